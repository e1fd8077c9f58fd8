export { codes, masked, WalletOf, Wallets } from './wallet';
