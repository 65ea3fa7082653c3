/**
 * TCVN 5712:1993, VN3 ("ABC", the .Vn fonts): one character for each letter with its marks (`TrÇn` is Trần). Capital
 * letters with a tone are small ones in a font of capitals (.VnTimeH).
 */
const FROM = '¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§';
const TO = 'ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ';
const LETTER_OF = new Map([...FROM].map((from, i) => [from, [...TO][i]!]));

/** A word as it is meant, if it is written for a .Vn font. */
export const fromTcvn3 = (word: string): string =>
  [...word].map((letter) => LETTER_OF.get(letter) ?? letter).join('');
