"""An invented article of the usual shape: head, bylines, lede, four sections, a caption."""

SENTENCE = "山里的路修通以后，镇上的年轻人陆续回来，开起了民宿和茶馆，老人们也有了说话的去处。"
SECTIONS = ("修路先修心 山门一朝开", "回乡种新茶 旧屋变客栈", "夜校亮灯火 老少同读书", "一镇一本账 明白到人心")
ARTICLE = "\n".join(
    [
        "青岭山村的十年之变",
        "本报记者 林知远 通讯员 何小满",
        "青岭是一座山镇，十年前只有一条土路通到山外。如今，路通了，灯亮了，人也回来了。" * 2,
        *(line for head in SECTIONS for line in (head, *(SENTENCE * times for times in (3, 4, 2)))),
        "图为青岭镇新修的盘山公路。 林知远 摄",
        "",
    ]
)
