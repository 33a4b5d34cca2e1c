"""Makes issues of gazettes out of the shipped one and a seed, for measurements.

Words of the text change places with each other, provinces, bodies, numbers, years and the order of the documents
change, so that neither all issues have the same words nor each its own. What stands in brackets stays, but for the bodies
that change places: names of bodies with other words in them would be as many as there are clauses.
"""
import os
import random
import re

PROVINCES = {
    '吉林': '吉', '辽宁': '辽', '黑龙江': '黑', '河北': '冀', '山西': '晋', '江苏': '苏', '浙江': '浙', '安徽': '皖',
    '福建': '闽', '江西': '赣', '山东': '鲁', '河南': '豫', '湖北': '鄂', '湖南': '湘', '广东': '粤', '海南': '琼',
}
BODIES = ['发展改革委', '科技厅', '工业和信息化厅', '财政厅', '自然资源厅', '生态环境厅', '住房城乡建设厅', '交通运输厅',
          '水利厅', '农业农村厅', '商务厅', '市场监管厅', '林草局', '公安厅', '教育厅', '民政厅']
PARTICLES = '的和与及等以在为对将按由或并不是到从各其所有可应要'
KEPT = re.compile('负责|牵头|配合|参与|落实|分工|职责|责任|部门|单位|达到|年底|政府|办公厅|通知|方案|意见|附件|印发|目标|'
                  '任务|工作|厅|局|委|省|市|县|第|条')
# Where the documents of the shipped issue begin, by the words of their titles.
TITLE = re.compile(r'^# ', re.M)
BODY = re.compile('|'.join(sorted(BODIES, key=len, reverse=True)))
NUMBER = re.compile(r'(?<![0-9〔第.])([1-9][0-9]{0,4})(?=(?:%|万|个|家|亿|公里|吨|亩|台|人|项|户))')


class Maker:
    def __init__(self, text, seed):
        self.seed = seed
        self.text = text
        pieces = re.findall('[一-鿿]+', re.sub('[' + PARTICLES + ']', ' ', text))
        # A text names few of the words that there are: two halves make another.
        words = sorted({p[:2] for p in pieces if len(p) in (2, 4)} | {p[2:] for p in pieces if len(p) == 4})
        self.words = [w for w in words if not KEPT.search(w)]
        heads, tails = [w[0] for w in self.words], [w[1] for w in self.words]
        generator = random.Random(seed)
        self.pool = self.words + [generator.choice(heads) + generator.choice(tails) for _ in range(4000)]
        self.pattern = re.compile('[（(《][^（()）《》]*[)）》]|' + '|'.join(map(re.escape, self.words)))

    def issue(self, number):
        """The text of an issue; the first is the shipped one with other words."""
        generator = random.Random(self.seed * 1_000_003 + number)
        names = list(PROVINCES)
        province = names[number % len(names)]
        year = 2000 + number // 24 % 26
        place = number // len(names) % 24 + 1
        exchanged = dict(zip(BODIES, generator.sample(BODIES, len(BODIES))))
        text = self.pattern.sub(
            lambda found: found[0] if found[0][0] in '（(《' or generator.random() >= 0.22
            else generator.choice(self.pool), self.text)
        text = BODY.sub(lambda found: exchanged[found[0]], text)
        text = NUMBER.sub(lambda found: str(max(1, int(int(found[1]) * generator.uniform(0.5, 1.6)))), text)
        text = re.sub('20(2[0-9])年', lambda found: f'{year + int(found[1]) - 21}年', text)
        text = text.replace('〔2021〕', f'〔{year}〕').replace('**2021**', f'**{year}**')
        text = re.sub(r'20\d\d年第11期', f'{year}年第{place}期', text)
        text = text.replace('第 11 期 (复总第 847 期)', f'第 {place} 期 (复总第 {number + 1} 期)')
        return text.replace('吉政', PROVINCES[province] + '政').replace('吉林省', province + '省').replace('吉林', province)


def write(source, folder, count, seed=1, start=0):
    """Writes issues into a folder; the bytes of all."""
    os.makedirs(folder, exist_ok=True)
    with open(source, encoding='utf-8') as file:
        maker = Maker(file.read(), seed)
    size = 0
    for number in range(start, count):
        data = maker.issue(number).encode()
        size += len(data)
        with open(os.path.join(folder, f'{number + 1:05}.md'), 'wb') as file:
            file.write(data)
    return size
