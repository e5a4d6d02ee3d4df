export { SignOffPart } from './sign-off';
export { SigningOff } from './signing-off';
