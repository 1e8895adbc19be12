import { indicatorContract } from '../contract.ts';
import { tendersPerLot } from './index.ts';

indicatorContract(import.meta.dirname, tendersPerLot);
