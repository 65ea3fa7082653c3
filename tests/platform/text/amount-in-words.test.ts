import { describe, expect, test } from 'vitest';
import { amountInWords } from '../../../functions/platform/text/amount-in-words';

describe('an amount in words', () => {
  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [11, 'Mười một đồng'],
    [14, 'Mười bốn đồng'],
    [15, 'Mười lăm đồng'],
    [20, 'Hai mươi đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [101, 'Một trăm linh một đồng'],
    [104, 'Một trăm linh bốn đồng'],
    [105, 'Một trăm linh năm đồng'],
    [110, 'Một trăm mười đồng'],
    [115, 'Một trăm mười lăm đồng'],
    [1_001, 'Một nghìn không trăm linh một đồng'],
    [2_024, 'Hai nghìn không trăm hai mươi tư đồng'],
    [50_000, 'Năm mươi nghìn đồng'],
    [121_000, 'Một trăm hai mươi mốt nghìn đồng'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
    [12_500_000, 'Mười hai triệu năm trăm nghìn đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
    [1_000_050_000, 'Một tỷ không trăm năm mươi nghìn đồng'],
    [
      1_234_567_891,
      'Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt đồng',
    ],
  ])('%i is "%s"', (dong, words) => expect(amountInWords(dong)).toBe(words));
});
