import { indicatorContract } from '../contract.ts';
import { asfByArea } from './index.ts';

indicatorContract(import.meta.dirname, asfByArea);
