// Chinese, Japanese and Korean names: the surname first, a few of which most people have, and mostly no blank between.
// https://en.wikipedia.org/wiki/List_of_common_Chinese_surnames, …/List_of_Korean_surnames, …/Japanese_name

const script = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;
const written =
  /^(?:[\u4e00-\u9fff]{2,4}|[\uac00-\ud7a3]{2,5}|[\u4e00-\u9fff々]{1,4}[ \u30fb]?[\u4e00-\u9fff\u3040-\u30ff々]{1,5}|[\uac00-\ud7a3]{1,2} [\uac00-\ud7a3]{1,3})$/;

const single = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔡贾丁魏薛叶葉阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段漕钱汤尹黎易常武乔贺赖龚文김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길',
);
const double = new Set(
  `佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 山本 中村 小林 加藤 吉田 山田 佐々 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷 藤田 後藤 近藤
  村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 工藤 谷口 今井
  高田 丸山 増田 杉山 村田 大塚 新井 平野 藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 松尾 市川 野村 杉本 古川 大西 欧阳 歐陽 司马 上官 诸葛 남궁 황보 선우`.split(
    /\s+/,
  ),
);

/** Whether the text is written as such a name. */
export const looksEastAsian = (text: string): boolean => script.test(text) && written.test(text.trim());

/** Whether it begins with a surname that is common there. */
export function hasEastAsianSurname(text: string): boolean {
  if (!script.test(text)) return false;
  const name = text.trim();
  return written.test(name) && (single.has(name.charAt(0)) || double.has(name.slice(0, 2)));
}
