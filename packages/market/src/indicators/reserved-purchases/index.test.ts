import { indicatorContract } from '../contract.ts';
import { reservedPurchases } from './index.ts';

indicatorContract(import.meta.dirname, reservedPurchases);
