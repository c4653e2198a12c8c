"""Simplified or Traditional: told by characters that only one of the two scripts writes."""

from __future__ import annotations

_PAIRS = (
    "國国們们這这個个來来時时會会說说對对學学為为過过還还開开關关問问間间長长東东車车馬马門门見见無无與与業业實实現现發发經经"
    "動动點点進进種种體体應应當当機机電电話话語语讀读書书寫写聽听覺觉親亲觀观認认識识計计記记討讨論论許许訴诉詞词試试詩诗該该"
    "誰谁請请讓让議议護护課课調调談谈變变運运達达選选遠远適适遲迟遊游邊边單单嗎吗嚴严團团園园圓圆塊块壞坏場场報报處处備备夢梦"
    "夠够頭头奪夺獎奖婦妇媽妈孫孙寧宁審审寬宽將将專专尋寻導导層层屬属歲岁島岛幣币帶带幫帮廣广庫库廠厂廳厅廢废張张強强彈弹從从"
    "復复戰战戲戏擁拥擇择擊击擔担據据擴扩攝摄敗败數数斷断條条權权構构樣样標标樓楼樂乐橋桥檢检歐欧歡欢歷历歸归殘残殺杀氣气決决"
    "沒没況况濟济漢汉溫温滿满漲涨潔洁濃浓灣湾災灾熱热燈灯爭争爺爷狀状獨独獲获環环產产畫画異异療疗皺皱盡尽監监盤盘眾众睏困確确"
    "碼码礎础禮礼禍祸離离穩稳積积稱称窮穷競竞筆笔節节範范築筑簡简簽签類类紀纪約约紅红純纯紙纸級级紛纷細细終终組组結结給给絕绝"
    "統统絲丝續续綠绿維维網网緊紧線线練练總总績绩織织縣县縮缩繼继罰罚羅罗義义習习聖圣聞闻聯联職职聲声腦脑臉脸臨临舊旧艦舰藝艺"
    "蘭兰虛虚號号術术衛卫衝冲補补裝装裡里製制規规視视設设訪访訊讯訓训評评詳详誠诚誤误諾诺謂谓謝谢證证譯译貝贝財财責责貨货貧贫"
    "貴贵買买費费資资賓宾賞赏賣卖質质購购贈赠贏赢趙赵趕赶趨趋軍军軟软較较載载輕轻輛辆輪轮轉转辦办農农遞递遷迁鄉乡鄭郑醫医釋释"
    "針针鋼钢錄录錢钱錯错鎮镇鐘钟鐵铁陸陆陣阵陳陈陽阳階阶際际隊队隨随險险隱隐雜杂雙双雞鸡難难雲云靈灵靜静頂顶項项順顺須须預预"
    "領领頻频題题額额顏颜願愿顧顾顯显風风飛飞飯饭飲饮館馆駐驻驗验驚惊魚鱼鮮鲜鳥鸟鹽盐麗丽麥麦黃黄齊齐齒齿龍龙龜龟臺台黨党勞劳"
    "勢势勝胜勵励務务劃划創创劇剧"
)
"""Traditional characters, each with its Simplified form behind it: the commonest of modern prose. Left out are those
that Simplified text has as well (乾 著 徵 於 後 裏 餘)."""

_TRADITIONAL = frozenset(_PAIRS[::2])
_SIMPLIFIED = frozenset(_PAIRS[1::2]) - frozenset("里台制冲困云游范划复党")
"""Simplified forms that Traditional text does not write in other words."""


def is_traditional(text: str) -> bool:
    """Tell whether more of a text's characters are only Traditional than only Simplified."""
    if not _TRADITIONAL.intersection(text):
        return False
    return sum(char in _TRADITIONAL for char in text) > sum(char in _SIMPLIFIED for char in text)
