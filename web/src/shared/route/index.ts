export { address, go, Link, parse, useRoute, type Route } from './route';
