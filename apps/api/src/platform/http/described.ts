import { routes, type Route } from '@belegg/contract';
import type { FastifyRequest, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the contract says of the route; nothing for the files of the page. */
    described?: Route;
  }
}

/** A path of the contract as Fastify writes it. */
export const fastifyPath = ({ path }: Pick<Route, 'path'>): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const byAddress: ReadonlyMap<string, Route> = new Map(
  Object.values<Route>(routes).map((route) => [`${route.method} ${fastifyPath(route)}`, route]),
);

/** Fastify hook for each route as it is made: binds it to the contract, and holds its bodies to their limit. */
export function describeRoute(options: RouteOptions): void {
  const method = options.method === 'HEAD' ? 'GET' : String(options.method);
  const route = byAddress.get(`${method} ${options.url}`);
  if (!route) return;
  options.config = { ...options.config, described: route };
  options.bodyLimit = route.bodyLimit;
}

/** What the contract says of the route that a call is for; nothing for the files of the page. */
export const describedRoute = (request: FastifyRequest): Route | undefined => request.routeOptions.config.described;
