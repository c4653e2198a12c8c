"""Words that tell what a line is. Simplified and Traditional forms stand side by side.

Gathered from what mainland and Taiwan papers print; lists are separated by white space, to be added to freely.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎"
    "易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管"
    "祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁"
    "柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸"
    "冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗"
    "应台巫鞠僧桑荆谌银扬明沙張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾範鄒陸顧龍萬錢湯賀"
    "賴龔龐蘭顏嚴溫蘆魯韋畢聶莊關費紀歐項陽衛鮑單寧閔強車華邊饒簡婁蓋談連欒鄔應燦榮鐘"
)
"""The surnames that open nearly all names in bylines."""

COMPOUND_SURNAMES = _words(
    """
    欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 东方 歐陽 司馬 諸葛
    """
)

WRITERS = _words(
    """
    见习记者 实习记者 全媒体记者 融媒体记者 首席记者 特约记者 特派记者 高级记者 主任记者 摄影记者
    特约通讯员 全媒体通讯员 通讯员 特约撰稿人 特约评论员 评论员 实习生 记者 作者 撰文 撰稿 执笔 采写
    供稿 统筹 策划 口述 整理 翻译 编译 译者 朗读者 見習記者 實習記者 全媒體記者 首席記者 特約記者
    特派記者 攝影記者 特約通訊員 通訊員 特約評論員 評論員 實習生 記者 撰寫 採寫 執筆 統籌 策劃 譯者
    """
)
"""Duties of those who wrote or helped (署名)."""

SIGNERS = _words(
    """
    居民 市民 读者 网友 村民 家长 农民 教师 学生 职工 游客 讀者 網友 家長 農民 教師 學生
    """
)
"""How those who write to a paper sign before their name."""

OWN_PAPER = _words(
    """
    本报 本刊 本网 本台 本社 本報 本網 本臺
    """
)
"""How a paper calls itself before a duty."""

PICTURE_MAKERS = _words(
    """
    摄影报道 图文报道 摄影 摄 供图 图片 制图 绘图 图 攝影報導 攝影 攝 供圖 製圖 圖片 圖
    """
)
"""Duties of those who made the pictures (摄影署名)."""

ORGANISATIONS = _words(
    """
    联合会 工会 商会 基金会 联谊会 志愿队 编辑部 聯合會 工會 基金會 融媒体中心 融媒體中心 传媒集团
    报业集团 宣传部 中心 日报社 报社 电视台 广播电视台 通讯社 支队 大队 法院 检察院 公安局 司法局
    委员会 办公室 研究院 研究所 研究会 学院 大学 中学 小学 公司 集团 协会 学会 医院 图书馆 博物馆
    街道 社区 日报 晚报 时报 晨报 客户端 工作室 政法委 县委办 局 院 委 办 社 台 网 馆 處 处 中心校
    電視台 報社 大學 學院 圖書館 協會 公所 團隊 部 队 隊 镇 乡 县 市 区 鎮 鄉 縣 區 村
    """
)
"""Endings of organisations and places that stand before a name."""

EDITORS = _words(
    """
    首席编辑 责任编辑 值班编辑 本版编辑 执行编辑 视觉编辑 美术编辑 图片编辑 文字编辑 值班主任
    值班总编 执行主编 本版主编 版式设计 版面设计 本版责编 责任校对 本版校对 美术设计 视觉设计 责编
    美编 编辑 主编 总编辑 总编 编委 审核 审读 审校 终审 校对 校对员 检校 版式 版面 组版 排版 制版
    设计 监制 签发 值班 責任編輯 執行編輯 本版編輯 美術編輯 版面設計 版式設計 責編 美編 編輯 主編
    總編輯 校對 審校 設計 監製 組版 製版
    """
)
"""Duties of those who made the page (报眉)."""

NO_PAPERS = _words(
    """
    海报 情报 预报 汇报 举报 电报 捷报 简报 申报 喜报 战报 通报 公报 墙报 警报 播报 回报 上报 填报
    海報 情報 預報 舉報 電報 捷報 簡報 喜報 通報 公報 警報 回報
    """
)
"""Words that end like a paper's name and are none."""

PAGE_NAMES = _words(
    """
    要闻 头版 综合 综合新闻 社会 经济 时政 国内 国际 本地 民生 文化 体育 教育 副刊 理论 评论 专版
    专题 特刊 特别报道 深度 视点 人物 乡村 法治 健康 科技 财经 读书 周末 专刊 要聞 綜合 社會 經濟
    國內 國際 體育 評論 專題 特別報導 人間 地方 生活 焦点 焦點 平安 关注 县域 区域 城事 都市 新闻
    聚焦 地方新闻 县区新闻 副刊·文学
    """
)
"""Names of pages (版名)."""

IMPRINT = _words(
    """
    邮箱 电子邮箱 电话 热线 传真 投稿 网址 零售 定价 邮发代号 国内统一 刊号 农历 今日 总第 期 主办
    承印 出版 社址 邮编 广告 发行 订阅 E-mail Email 新闻热线 微信公众号 版权 印刷 郵箱 電話 熱線
    傳真 網址 定價 農曆 總第 主辦 訂閱 發行 廣告
    """
)
"""What an imprint says besides (报头, 报尾)."""

NOTES = _words(
    """
    编者按 编者的话 编者注 编前 编前语 编后 编后语 开栏语 开栏的话 主持人语 记者按 按语 结束语按
    編者按 編者的話 編按 開欄語 主持人語 記者按 编辑按 策划人语 写在前面 致读者
    """
)
"""Openings of an editors' note (编者按)."""

ABSTRACTS = _words(
    """
    核心提示 内容提要 内容摘要 阅读提示 核心阅读 新闻提要 本报提要 摘要 提要 导读 提示 要点 內容提要
    核心閱讀 閱讀提示 導讀 重點提要 新聞提要
    """
)
"""Openings of a summary (提要题)."""

BOXES = _words(
    """
    相关链接 新闻链接 链接 延伸阅读 新闻背景 背景链接 背景资料 名词解释 小贴士 温馨提示 知识点
    知多一点 新闻多一点 新闻纵深 相关新闻 数说 資料 相關連結 新聞小辭典 延伸閱讀 小檔案 名詞解釋
    背景資料 小貼士 新聞背景 知识链接 人物档案 数读 人物名片 短评
    """
)
"""Headings of boxes."""

COLUMNS = _words(
    """
    简讯 来信 信箱 回音壁 要闻速览 一周要闻 新闻速递 本报评论员文章 短讯 快讯 社论 时评 今日谈 评论 系列报道 特别报道
    特别策划 深度报道 人物 走基层 记者手记 见闻 纪行 特稿 专访 访谈 对话 專訪 專題 社論 短訊 簡訊
    調查 调查 观察 觀察 专栏 專欄 连载 巡礼 之声 故事 风采 述评 特别关注 聚焦 热点 亮点 一线 基层
    行动 在行动 进行时 新篇 系列 主题报道 报告 论坛
    """
)
"""Words in the names of columns and series, which stand above a headline."""

EVENTS = _words(
    """
    大会 现场 仪式 活动 比赛 大赛 合影 展览 演出 会议 座谈会 一角 外景 全景 夜景 风光 场景 资料图
    效果图 示意图 瞬间 掠影 俯瞰 航拍 鸟瞰 景象 图景 一景 新貌 面貌 工地 课堂 培训班 大會 現場 儀式
    活動 比賽 展覽 演唱会 发布会 誓师大会 晚会 签约 揭牌 开工 剪彩 全貌 近照 场面 画面 作品 照片
    肖像 工作照 生活照 手稿 旧址 遗址 實景 一隅 發布會 實況 合照 资料照片
    """
)
"""Endings by which a line without marks is known for what a picture shows."""

ACTIONS = _words(
    """
    正在 在为 为群众 向群众 走访 参加 参观 观看 开展 举行 举办 入驻 慰问 查看 检查 巡查 讲解 介绍
    指导 讨论 交流 合影 采摘 展示 体验 排队 清理 劳作 忙着 为居民 为村民 给学生 為民眾 參觀 參加
    觀看 舉行 舉辦 檢查 講解 採收 體驗 民眾 为老人 为游客 合力 搬运 调试 测量 测试 维修 抢修 装卸
    晾晒 挑选 阅读 演奏 练习 志愿者 工作人员 市民在 村民在 游客在 学生在 孩子们 居民在 家长 小朋友
    農友 志工
    """
)
"""What people in a picture are doing."""

_LABELS = {
    "kicker": "引题 肩题 眉题 引題 肩題 栏目",
    "headline": "主题 标题 大标题 主标题 標題 主題",
    "deck": "副题 副标题 子题 副題 副標題",
    "subhead": "小标题 小標題",
    "body": "正文",
    "lede": "导语 導語",
    "caption": "图片说明 图注 圖說 图说",
}
HEAD_LABELS = {word: role for role, words in _LABELS.items() for word in words.split()}
"""What some offices write before a part, and the role it names."""
