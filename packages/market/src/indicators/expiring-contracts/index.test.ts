import { indicatorContract } from '../contract.ts';
import { expiringContracts } from './index.ts';

indicatorContract(import.meta.dirname, expiringContracts);
