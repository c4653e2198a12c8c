<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>window</name>
    <message>
      <location filename="desktop/app/window.py" />
      <source>Banxin</source>
      <translation>版心</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>About Banxin</source>
      <translation>关于版心</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Accept all changes</source>
      <translation>接受全部改动</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Actual size</source>
      <translation>实际大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Add articles…</source>
      <translation>添加稿件…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Add page</source>
      <translation>加一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Align bottom edges</source>
      <translation>下边对齐</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Align left edges</source>
      <translation>左边对齐</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Align right edges</source>
      <translation>右边对齐</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Align top edges</source>
      <translation>上边对齐</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>An empty page behind this one, with the same layout</source>
      <translation>在本版后面加一个空版，版式相同</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Articles</source>
      <translation>稿件</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Assign everything by role</source>
      <translation>按成分自动排入</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Bring to front</source>
      <translation>移到最前</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Chinese</source>
      <translation>中文</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Choose the picture's file again; its crop stays</source>
      <translation>重新选定图片文件，裁切不变</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Close edition</source>
      <translation>关闭版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Columns, gutter, lines and margins of this page</source>
      <translation>本版的栏数、栏距、行数和边距</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Commands…</source>
      <translation>命令…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Copyfit…</source>
      <translation>齐版…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Crop in its frame</source>
      <translation>在图框里裁切</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Cut</source>
      <translation>剪切</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Delete frame</source>
      <translation>删除框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Deselect</source>
      <translation>取消选择</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Drag over the columns and lines that the frame is to have</source>
      <translation>在版面上拖过框要占的栏和行</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a box</source>
      <translation>画线框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a folio</source>
      <translation>画报眉框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a head frame</source>
      <translation>画标题框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a picture frame</source>
      <translation>画图片框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a rule</source>
      <translation>画线</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a text frame</source>
      <translation>画文字框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw a vertical text frame</source>
      <translation>画竖排文字框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Draw an advertisement</source>
      <translation>画广告框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Duplicate</source>
      <translation>复制一个</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Edit the grid…</source>
      <translation>修改版心…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Emphasise in Hei</source>
      <translation>加黑</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>End the text before this frame</source>
      <translation>正文到本框之前为止</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>English</source>
      <translation>英文</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Every edit and cut beside what came in</source>
      <translation>每处写入、删节与来稿对照</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Every layout as its grid looks; another one keeps what is placed</source>
      <translation>按真实版心看每个版式；换版式时已排内容保留</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Export PDF…</source>
      <translation>导出 PDF…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Export for a press…</source>
      <translation>按印刷标准导出…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Face as the paragraph</source>
      <translation>字体随段落</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Fill the frame</source>
      <translation>充满图框</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Find and replace…</source>
      <translation>查找和替换…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Find next</source>
      <translation>查找下一处</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Find previous</source>
      <translation>查找上一处</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Fit page</source>
      <translation>适合整版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Fit width</source>
      <translation>适合宽度</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Full screen</source>
      <translation>全屏</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Go on to the next part of the window by keys</source>
      <translation>用键盘转到窗口的下一块</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Grid</source>
      <translation>网格</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Group</source>
      <translation>编组</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>History</source>
      <translation>历史记录</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Inspector</source>
      <translation>检查器</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Its text is kept, unplaced</source>
      <translation>版上文字保留，转为未排</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Join a cut sentence</source>
      <translation>接上断句</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Keep its grid, slots and drawn frames under a name</source>
      <translation>版心、版位和画的框以一个名字存下</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Language of the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Layouts…</source>
      <translation>版式库…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Let texts end exactly with their last column</source>
      <translation>让文字正好排到最后一栏栏底</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Lift out of its slot</source>
      <translation>脱离版位，自由放置</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Like the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Lock</source>
      <translation>锁定</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Merge with the next</source>
      <translation>与下一个合并</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Move page down</source>
      <translation>版面后移</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Move page up</source>
      <translation>版面前移</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Next frame</source>
      <translation>下一个版块</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Next page</source>
      <translation>下一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Next panel</source>
      <translation>下一个面板</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>On one sheet or several, at any size</source>
      <translation>一张或拼几张，任意大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Open articles or an edition</source>
      <translation>打开稿件或版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Open the previous version…</source>
      <translation>打开上一版本…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Open the sample</source>
      <translation>打开样稿</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Other ways to fill the page…</source>
      <translation>换几种排法…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Pages</source>
      <translation>版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Pages side by side</source>
      <translation>并排看版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Place in the first fitting slot</source>
      <translation>放进第一个合适的位置</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Place picture…</source>
      <translation>放置图片…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Preflight</source>
      <translation>预检</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Previous page</source>
      <translation>上一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Previous panel</source>
      <translation>上一个面板</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Push and enlarge the picture inside its frame</source>
      <translation>在图框里移动、放大图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Put back into its slot</source>
      <translation>放回版位</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Refuse all changes</source>
      <translation>拒绝全部改动</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Relink picture…</source>
      <translation>重新链接图片…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Remove page</source>
      <translation>删去本版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Remove picture</source>
      <translation>移除图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Rulers</source>
      <translation>标尺</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Rulers in characters and lines</source>
      <translation>标尺以字、行计</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Rulers in millimetres</source>
      <translation>标尺用毫米</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Save as…</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Save the page as a layout…</source>
      <translation>存为版式…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Select</source>
      <translation>选择</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Select all text</source>
      <translation>全选文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Select and move what stands on the page</source>
      <translation>选择、移动版面上的东西</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Send to back</source>
      <translation>移到最后</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Show all of it</source>
      <translation>显示整张图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Show the columns and lines</source>
      <translation>显示栏和行</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Show the page as printed</source>
      <translation>按印刷效果显示</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Space evenly across</source>
      <translation>横向均匀分布</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Space evenly down</source>
      <translation>纵向均匀分布</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Split…</source>
      <translation>拆分…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Story editor</source>
      <translation>稿件编辑栏</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Take copyfit back</source>
      <translation>撤去齐版</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Take off the page</source>
      <translation>撤下版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>The article's text in one column, beside the page</source>
      <translation>稿件文字排成一栏，放在版面旁边</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>The page beside this one; a click takes it up</source>
      <translation>相邻的版并排显示，点一下即可转到</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Ungroup</source>
      <translation>取消编组</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Unlock</source>
      <translation>解锁</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>What the desk changed…</source>
      <translation>组版台改了什么…</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Which section where, pictures left or right: each as a small page, with reasons</source>
      <translation>哪节放哪儿、图在左还是在右：逐个看小样和理由</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Write</source>
      <translation>写字</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Write in the page's text</source>
      <translation>在版面文字里写</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Write the page as PDF</source>
      <translation>把版面输出为 PDF</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Zoom in</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Zoom out</source>
      <translation>缩小</translation>
    </message>
    <message>
      <location filename="desktop/ui/actions.py" />
      <source>Zoom to the selection</source>
      <translation>放大到所选</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/facing.py" />
      <source>Facing page</source>
      <translation>相邻的版</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>Ruler across</source>
      <translation>横标尺</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>Ruler down</source>
      <translation>竖标尺</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>Rulers count characters and lines</source>
      <translation>标尺按字和行计</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>Rulers count millimetres</source>
      <translation>标尺按毫米计</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>ch</source>
      <translation>字</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/rulers.py" />
      <source>{what}; right-click to change it</source>
      <translation>{what}；单击右键可更改</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/spoken.py" />
      <source>No page</source>
      <translation>没有版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/spoken.py" />
      <source>Page {number}</source>
      <translation>{number} 版</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/spoken.py" />
      <source>Selected: {what}</source>
      <translation>选中：{what}</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/spoken.py" />
      <source>{frames} frames, {elements} elements, {characters} characters</source>
      <translation>{frames} 个版块，{elements} 个成分，{characters} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/canvas/spoken.py" />
      <source>{kind}: {text}</source>
      <translation>{kind}：{text}</translation>
    </message>
    <message>
      <location filename="desktop/ui/copyfitting.py" />
      <source>{exact} of {all} texts end exactly with their last column</source>
      <translation>{all} 块文字中有 {exact} 块正好齐版</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Articles (*.txt *.text *.md)</source>
      <translation>稿件 (*.txt *.text *.md)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Articles and editions (*.txt *.text *.md *.banxin)</source>
      <translation>稿件和版面 (*.txt *.text *.md *.banxin)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Banxin editions (*.banxin)</source>
      <translation>版心版面 (*.banxin)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Folder:</source>
      <translation>文件夹：</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Kind:</source>
      <translation>类型：</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>PDF (*.pdf)</source>
      <translation>PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/choose.py" />
      <source>Pictures and PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</source>
      <translation>图片与 PDF (*.jpg *.jpeg *.png *.tif *.tiff *.pdf)</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/differences.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/differences.py" />
      <source>Copy as text</source>
      <translation>复制为文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/differences.py" />
      <source>The text stands as it came in, but for marks made full-width.</source>
      <translation>文字与来稿一致，只有标点改成了全角。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/differences.py" />
      <source>What the desk changed</source>
      <translation>组版台改了什么</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/differences.py" />
      <source>{count} changes, {holding} of them hold.</source>
      <translation>共 {count} 处改动，其中 {holding} 处有效。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gallery.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gallery.py" />
      <source>The next one</source>
      <translation>下一个</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gallery.py" />
      <source>The one before</source>
      <translation>上一个</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gallery.py" />
      <source>What is said of it</source>
      <translation>对它的说明</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gallery.py" />
      <source>{number} of {count}</source>
      <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Change the grid</source>
      <translation>改版心</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Column width, in characters</source>
      <translation>栏宽（字）</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Columns</source>
      <translation>栏数</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Edit the grid</source>
      <translation>修改版心</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Everything fits.</source>
      <translation>全部排得下。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>From line to line, in points</source>
      <translation>行距（点）</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Gutter, in characters</source>
      <translation>栏距（字）</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Lines of the page</source>
      <translation>每版行数</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Lower margin</source>
      <translation>地脚</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Side margins</source>
      <translation>左右边距</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>The page as it would be</source>
      <translation>改后的版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>This page cannot be shown.</source>
      <translation>此版无法显示。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Type area</source>
      <translation>版心</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>Upper margin, in millimetres</source>
      <translation>天头（毫米）</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/gridedit.py" />
      <source>{count} characters find no room on this grid.</source>
      <translation>按这个版心溢出 {count} 字。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/leftovers.py" />
      <source>Choose a line to get to its place. What is seen to leaves the list.</source>
      <translation>点一行跳到所在位置；处理好的会从列表里消失。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/leftovers.py" />
      <source>What found no place</source>
      <translation>没有位置的内容</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/leftovers.py" />
      <source>“{name}”: everything has found its place.</source>
      <translation>“{name}”：全部内容都有了位置。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/leftovers.py" />
      <source>“{name}”: {count} found no place of their own.</source>
      <translation>“{name}”：{count} 项没有自己的位置。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/naming.py" />
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/palette.py" />
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/palette.py" />
      <source>Type what you want to do</source>
      <translation>输入要做的事</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Bleed</source>
      <translation>出血</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Export for a press</source>
      <translation>按印刷标准导出</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Ink</source>
      <translation>墨量</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Ink and paper</source>
      <translation>油墨与纸张</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Marks</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>PDF/A-2u, for decades, with its structure</source>
      <translation>PDF/A-2u，长期保存，带结构</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>PDF/X-1a:2003, without transparency</source>
      <translation>PDF/X-1a:2003，无透明</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>PDF/X-4</source>
      <translation>PDF/X-4</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>Presses</source>
      <translation>印刷预设</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>What this press would refuse</source>
      <translation>印刷厂会退回的问题</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>and {count} more</source>
      <translation>另有 {count} 个成分</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>at least {least} dpi</source>
      <translation>至少 {least} dpi</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>bars</source>
      <translation>色标</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>crop</source>
      <translation>裁切线</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>page line</source>
      <translation>页信息</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>register</source>
      <translation>套准线</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>{least} to {most} dpi, in four inks</source>
      <translation>{least}–{most} dpi，转为四色</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>{limit} % at most on a spot</source>
      <translation>一处最多 {limit}%</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/pressing.py" />
      <source>✓ Nothing.</source>
      <translation>✓ 没有问题。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>All pages</source>
      <translation>全部版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Fit on one sheet</source>
      <translation>缩到一张纸</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Landscape</source>
      <translation>横放</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Overlap</source>
      <translation>搭边</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>PDF file</source>
      <translation>PDF 文件</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Pages to print</source>
      <translation>要打印的版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Paper</source>
      <translation>纸张规格</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Print</source>
      <translation>打印</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Printer</source>
      <translation>打印机</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Sheets</source>
      <translation>纸张</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>{count} sheets</source>
      <translation>{count} 张</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/printing.py" />
      <source>{count} sheets, {percent} %</source>
      <translation>{count} 张，{percent} %</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/shortcuts.py" />
      <source>Save as PDF…</source>
      <translation>存为 PDF…</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/split.py" />
      <source>Put the cursor before the first character of the second part.</source>
      <translation>把光标放到后一部分的第一个字之前。</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/split.py" />
      <source>Split</source>
      <translation>拆分</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/split.py" />
      <source>Split here</source>
      <translation>在此拆分</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/split.py" />
      <source>Text to be split</source>
      <translation>要拆分的文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/versions.py" />
      <source>Page {page} of {pages}</source>
      <translation>第 {page} 版，共 {pages} 版</translation>
    </message>
    <message>
      <location filename="desktop/ui/dialogs/versions.py" />
      <source>This page is not there.</source>
      <translation>没有此版。</translation>
    </message>
    <message>
      <location filename="desktop/ui/docking.py" />
      <source>Drag to put the panel elsewhere</source>
      <translation>拖动可把面板放到别处</translation>
    </message>
    <message>
      <location filename="desktop/ui/docking.py" />
      <source>Further down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="desktop/ui/docking.py" />
      <source>Further up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="desktop/ui/docking.py" />
      <source>To the other side</source>
      <translation>换到另一侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/docking.py" />
      <source>{panel}: to the other side</source>
      <translation>{panel}换到另一侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/drag.py" />
      <source>{fit} · pushes out {count} characters</source>
      <translation>{fit} · 另挤出 {count} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/emphasising.py" />
      <source>As the paragraph</source>
      <translation>随段落</translation>
    </message>
    <message>
      <location filename="desktop/ui/exporting.py" />
      <source>Export PDF</source>
      <translation>导出 PDF</translation>
    </message>
    <message>
      <location filename="desktop/ui/exporting.py" />
      <source>Page</source>
      <translation>版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Add articles</source>
      <translation>添加稿件</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Don’t save</source>
      <translation>不保存</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Laid out as “{layout}”.</source>
      <translation>采用版式“{layout}”。</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Save them first?</source>
      <translation>要先保存吗？</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>Saved: {name}</source>
      <translation>已保存：{name}</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>{name} (copy)</source>
      <translation>{name}（副本）</translation>
    </message>
    <message>
      <location filename="desktop/ui/files.py" />
      <source>“{name}” has unsaved changes.</source>
      <translation>“{name}”有未保存的修改。</translation>
    </message>
    <message>
      <location filename="desktop/ui/finding.py" />
      <source>Nothing found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <location filename="desktop/ui/finding.py" />
      <source>{count} replaced</source>
      <translation>已替换 {count} 处</translation>
    </message>
    <message>
      <location filename="desktop/ui/flipping.py" />
      <source>Fill the page so</source>
      <translation>就这样排</translation>
    </message>
    <message>
      <location filename="desktop/ui/flipping.py" />
      <source>Other ways to fill the page</source>
      <translation>换几种排法</translation>
    </message>
    <message>
      <location filename="desktop/ui/framedrag.py" />
      <source>Swap contents</source>
      <translation>互换内容</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>It was not saved. Save it under another name.</source>
      <translation>没有存盘。请另存为别的文件。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Keep mine</source>
      <translation>保留我的</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Open a copy</source>
      <translation>打开副本</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Open for reading</source>
      <translation>只读打开</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Open for reading only; changes can be saved under another name.</source>
      <translation>现在是只读，改动可以另存为别的文件。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Opened for reading, it can be looked at and saved under another name.</source>
      <translation>以只读方式打开，可以查看，也可以另存为别的文件。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Overwrite</source>
      <translation>覆盖</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Reload</source>
      <translation>重新载入</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Reloading is a step that undo takes back. If you keep yours, saving asks again.</source>
      <translation>重新载入是一步操作，可以撤销。保留自己的，保存时会再问。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Save mine as a copy…</source>
      <translation>把我的另存为副本…</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Take it over</source>
      <translation>接管</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Take it over only if you know that nobody works on it there any more.</source>
      <translation>确知那边没有人在用时，才可以接管。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>What is open here is kept; save it to put it there again.</source>
      <translation>打开的内容保留着，保存一次就会放回原处。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Yours was not saved yet. Overwriting keeps the other as the previous version.</source>
      <translation>你的改动还没有存盘。覆盖时，对方的内容保留为上一版本。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>{folder} cannot be written: others are not told that you have “{name}” open.</source>
      <translation>{folder} 不能写入：别人不会知道你正打开着“{name}”。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>{person} has “{name}” open on {host} since {time}.</source>
      <translation>{person}正在 {host} 上使用“{name}”，从 {time} 起。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>“{name}” is not in its folder any more.</source>
      <translation>“{name}”已不在原来的文件夹里。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>“{name}” was changed by another program since you opened it.</source>
      <translation>你打开“{name}”之后，另一个程序改动了它。</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>“{name}” was changed by another program.</source>
      <translation>“{name}”被另一个程序改动了。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Click to select, double-click to write; drag beside frames to select several.</source>
      <translation>点选；双击改字；在框外拖动可选几个框。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Drag into a frame, or Ctrl+D for the first that fits. Double-click to write.</source>
      <translation>拖进框里，或按 Ctrl+D 排进第一个合适的框；双击改字。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Drag over the columns and lines that the frame is to have. Esc gives up.</source>
      <translation>拖过要占的栏和行画框，Esc 放弃。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Drag pushes the picture, the wheel enlarges it. Enter ends.</source>
      <translation>拖动移图，滚轮放大，Enter 结束。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Drag to move, corners to size; arrows by columns and lines, with Shift to size.</source>
      <translation>拖动移框，拖角改大小；方向键按栏、行移动，加 Shift 改大小。</translation>
    </message>
    <message>
      <location filename="desktop/ui/hints.py" />
      <source>Type into the text. Esc ends writing.</source>
      <translation>直接改字，Esc 结束。</translation>
    </message>
    <message>
      <location filename="desktop/ui/incoming.py" />
      <source>Place picture</source>
      <translation>放置图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/judging.py" />
      <source>In order: what fits best stands first.</source>
      <translation>已按合适程度排序，最合适的在前。</translation>
    </message>
    <message>
      <location filename="desktop/ui/judging.py" />
      <source>Setting the page in every one of them…</source>
      <translation>正在逐一试排…</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>+ and −</source>
      <translation>+ 和 −</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Alt+arrows</source>
      <translation>Alt+方向键</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Alt+click</source>
      <translation>Alt+单击</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Arrows</source>
      <translation>方向键</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>By hand on the page</source>
      <translation>在版面上操作</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>By menu or Ctrl+K: {names}</source>
      <translation>从菜单或按 Ctrl+K：{names}</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Ctrl while dragging</source>
      <translation>拖动时按住 Ctrl</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Ctrl+click, Shift+click</source>
      <translation>Ctrl+单击，Shift+单击</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Ctrl+wheel</source>
      <translation>Ctrl+滚轮</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Double click</source>
      <translation>双击</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Double click on the page</source>
      <translation>在版面上双击</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Drag beside them</source>
      <translation>在框外拖动</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Enter</source>
      <translation>回车</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Find text on the page in the list</source>
      <translation>在列表里找到版面上的这段文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>From frame to frame</source>
      <translation>逐个框切换</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>In the list of articles</source>
      <translation>在稿件列表里</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Leave a drag without a change</source>
      <translation>放弃拖放</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Let two pictures change places</source>
      <translation>两张图片互换位置</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Menu key or Shift+F10</source>
      <translation>菜单键或 Shift+F10</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Move a free frame by columns and lines</source>
      <translation>按栏、按行移动自由框</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Move the page</source>
      <translation>移动版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Open the menu of what is selected</source>
      <translation>打开所选内容的菜单</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Place the selection in the first fitting slot</source>
      <translation>把所选放进第一个合适的位置</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Push a picture inside its frame by mm</source>
      <translation>在框内按毫米挪动图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Select all frames that a band touches</source>
      <translation>拉框选中碰到的所有框</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Select several, one by one or all between</source>
      <translation>逐个加选，或选中其间全部</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Select the frame instead of its text</source>
      <translation>选中文字所在的框</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Shift+arrows</source>
      <translation>Shift+方向键</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Size a free frame by columns and lines</source>
      <translation>按栏、按行改变自由框大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Space or middle button</source>
      <translation>空格或鼠标中键</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Tab, Shift+Tab</source>
      <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Write in the text; crop a picture</source>
      <translation>在文字里写；裁切图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Zoom at the pointer</source>
      <translation>以指针为中心缩放</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Zoom in, zoom out</source>
      <translation>放大、缩小</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Abstract</source>
      <translation>提要题</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Body</source>
      <translation>正文</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Box</source>
      <translation>加框</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Byline</source>
      <translation>署名</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Caption</source>
      <translation>图片说明</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Credit</source>
      <translation>摄影署名</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Dateline</source>
      <translation>电头</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Deck</source>
      <translation>副题</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Editor’s note</source>
      <translation>编者按</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Folio</source>
      <translation>报眉</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Headline</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Heavy Song</source>
      <translation>标宋</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Hei</source>
      <translation>黑体</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Jump line</source>
      <translation>下转上接</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Kai</source>
      <translation>楷体</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Kicker</source>
      <translation>引题</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Lede</source>
      <translation>导语</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Slogan</source>
      <translation>栏题</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Song</source>
      <translation>宋体</translation>
    </message>
    <message>
      <location filename="desktop/ui/language.py" />
      <source>Subhead</source>
      <translation>小标题</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>Assign everything anew</source>
      <translation>全部重新分派</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>By role, also what is unplaced now; without it what is placed keeps its place</source>
      <translation>按角色分派，未排的也分派；不勾选时已排内容保留</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>Layouts</source>
      <translation>版式库</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>Picture “{name}”</source>
      <translation>图片“{name}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>Remove from the shelf…</source>
      <translation>从版式库移除…</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>Use this layout</source>
      <translation>用这个版式</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>{name}, changed here</source>
      <translation>{name}（本版改过）</translation>
    </message>
    <message>
      <location filename="desktop/ui/laying.py" />
      <source>{role}: {why}</source>
      <translation>{role}：{why}</translation>
    </message>
    <message>
      <location filename="desktop/ui/leading.py" />
      <source>The text runs on in {name}</source>
      <translation>文字续排到“{name}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/leading.py" />
      <source>{name} comes next in this thread</source>
      <translation>本文接下来排“{name}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/menus.py" />
      <source>Nothing here yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>&amp;Page</source>
      <translation>版面(&amp;P)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>&amp;Text</source>
      <translation>文字(&amp;T)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Appearance</source>
      <translation>外观</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Bring the story to the page</source>
      <translation>整篇移到</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Continue the text in</source>
      <translation>续排到</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>F&amp;rame</source>
      <translation>框(&amp;R)</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Face of the characters</source>
      <translation>字体</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Layout</source>
      <translation>版式</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Move panels</source>
      <translation>移动面板</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Move to the story</source>
      <translation>移到稿件</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Open recent</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Paragraph style</source>
      <translation>段落样式</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Place in</source>
      <translation>放进</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Role</source>
      <translation>成分</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Swap contents with</source>
      <translation>与……对换内容</translation>
    </message>
    <message>
      <location filename="desktop/ui/menutable.py" />
      <source>Text runs</source>
      <translation>文字绕排</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/findings.py" />
      <source>error</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/findings.py" />
      <source>note</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/findings.py" />
      <source>warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/history.py" />
      <source>Opened</source>
      <translation>已打开</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/history.py" />
      <source>{step}, shown now</source>
      <translation>{step}，当前</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/history.py" />
      <source>{step}, undone</source>
      <translation>{step}，已撤销</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>Section</source>
      <translation>小节</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>Story</source>
      <translation>稿件</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>no room, or placed twice</source>
      <translation>放不下或排了两次</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>overset</source>
      <translation>溢出</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>partly placed</source>
      <translation>部分已排</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>placed</source>
      <translation>已排</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>unplaced</source>
      <translation>未排</translation>
    </message>
    <message>
      <location filename="desktop/ui/models/outline.py" />
      <source>{role}: {text}, {count} characters, {state}</source>
      <translation>{role}：{text}，{count} 字，{state}</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>A layout of this name comes with Banxin; take another name.</source>
      <translation>这个名字是软件自带版式的，请换一个。</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Grid, slots, drawn frames and heights set by hand are kept; texts and pictures are not.</source>
      <translation>存下版心、版位、画的框和手定的高度；不存稿件和图片。</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Layout “{name}” is in the gallery.</source>
      <translation>版式“{name}”已存入版式库。</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Leave it</source>
      <translation>不动</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Pages that have it keep it.</source>
      <translation>已用它的版面不变。</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Save the page as a layout</source>
      <translation>把本版存为版式</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>Take the layout “{name}” off the shelf?</source>
      <translation>从版式库移除版式“{name}”？</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>There is a layout of this name; it is replaced.</source>
      <translation>已有同名版式，将替换它。</translation>
    </message>
    <message>
      <location filename="desktop/ui/ownlayouts.py" />
      <source>{name} (own)</source>
      <translation>{name}（自存）</translation>
    </message>
    <message>
      <location filename="desktop/ui/paging.py" />
      <source>the fonts are others ({fonts})</source>
      <translation>字体换了（{fonts}）</translation>
    </message>
    <message>
      <location filename="desktop/ui/paging.py" />
      <source>the rules of composition are newer</source>
      <translation>排版规则更新了</translation>
    </message>
    <message>
      <location filename="desktop/ui/paging.py" />
      <source>{pages}: composed otherwise than when it was saved; {why}. The file on disk is as it was; look it over before you save.</source>
      <translation>{pages}排出来和存盘时不一样：{why}。磁盘上的文件没有动，请看过再存盘。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>After: {state}</source>
      <translation>齐版后：{state}</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>Apply</source>
      <translation>应用</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>Before: {state}</source>
      <translation>齐版前：{state}</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>Copyfit</source>
      <translation>齐版</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>Every text ends exactly with its last column.</source>
      <translation>各块文字都已正好齐版。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>No lever of the house style suffices.</source>
      <translation>版式规定的各种手段都不够。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>Tick what may go:</source>
      <translation>勾选可以删去的句子：</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>{chars} characters, {lines} lines</source>
      <translation>{chars} 字，{lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/copyfit_page.py" />
      <source>{exact} of {all} texts would end exactly with their last column. The page shows it.</source>
      <translation>{all} 块文字中有 {exact} 块将正好齐版，版面上已按此显示。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Accept all</source>
      <translation>全部接受</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Changed marks</source>
      <translation>标点改动</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Changes: {accepted} of {all}</source>
      <translation>改动：已接受 {accepted} / {all}</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Different roles</source>
      <translation>成分不同</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Fit</source>
      <translation>排文</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Length</source>
      <translation>字数</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Refuse all</source>
      <translation>全部拒绝</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Set otherwise</source>
      <translation>本段另设</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Stands in</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>Taken for this</source>
      <translation>判断依据</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>{count} characters</source>
      <translation>{count} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>{count} elements</source>
      <translation>{count} 个成分</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/element_page.py" />
      <source>{face} ({count} characters)</source>
      <translation>{face}（{count} 字）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/empty.py" />
      <source>Drop TXT articles here, or press Ctrl+O</source>
      <translation>把 TXT 稿件拖到这里，或按 Ctrl+O</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/empty.py" />
      <source>They are read, laid out and placed at once; you correct what you see.</source>
      <translation>读入后立即排好，您再看着修改。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Find in all articles</source>
      <translation>在所有稿件里查找</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Match case</source>
      <translation>区分大小写</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Regular expression</source>
      <translation>正则表达式</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Replace all</source>
      <translation>全部替换</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findbar.py" />
      <source>Replace by</source>
      <translation>替换为</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/findings.py" />
      <source>Nothing to report.</source>
      <translation>没有问题。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Advertisement</source>
      <translation>广告</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>CMYK</source>
      <translation>CMYK</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Enlarged</source>
      <translation>放大</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Head</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Holds</source>
      <translation>内容</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>PDF, vectors</source>
      <translation>PDF，矢量</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>RGB</source>
      <translation>RGB</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Rule</source>
      <translation>线</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Takes</source>
      <translation>类型</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>black and white</source>
      <translation>黑白</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>grey</source>
      <translation>灰度</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>missing or damaged</source>
      <translation>丢失或损坏</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/frame_page.py" />
      <source>“{text}” and {count} more</source>
      <translation>“{text}”等 {count} 项</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Above and below, in lines</source>
      <translation>上下空行</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Beside, in ems</source>
      <translation>左右距离（字）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Column</source>
      <translation>起栏</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Line</source>
      <translation>起行</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Lines</source>
      <translation>行数</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>On both sides</source>
      <translation>两侧排文</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>On the larger side</source>
      <translation>只排较宽一侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>On the left only</source>
      <translation>只排左侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>On the right only</source>
      <translation>只排右侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Over the picture</source>
      <translation>不绕排（压图）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Round the box</source>
      <translation>沿图框</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Round the outline</source>
      <translation>沿图形轮廓</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/free_part.py" />
      <source>Sides</source>
      <translation>排文侧</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/gridspin.py" />
      <source>A number, or a length: 39字, 120 mm, 10 pt</source>
      <translation>填数字，或带单位的长度：39字、120 mm、10 pt</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/inspector.py" />
      <source>Open an article to begin.</source>
      <translation>请先打开稿件。</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Above</source>
      <translation>上</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Beads between lines</source>
      <translation>花边（珠）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Below</source>
      <translation>下</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Border</source>
      <translation>边框</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Border: {side}</source>
      <translation>边框：{side}</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Dotted line</source>
      <translation>点线</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Thick and thin line</source>
      <translation>文武线</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Thick line</source>
      <translation>粗线</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Thin line</source>
      <translation>细线</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Tint</source>
      <translation>底色</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/look_part.py" />
      <source>Woven band</source>
      <translation>花边（编）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/notebar.py" />
      <source>Got it</source>
      <translation>知道了</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>As in the house style</source>
      <translation>按本报版式规范</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Basic</source>
      <translation>基本</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Choose from the gallery…</source>
      <translation>从版式库选择…</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Date, where no article has one</source>
      <translation>日期（稿件未写时）</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Line-break rules</source>
      <translation>禁则级别</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>National standard</source>
      <translation>国标</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>None</source>
      <translation>不用</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>On the page</source>
      <translation>已排</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Page number</source>
      <translation>版次</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Sheet</source>
      <translation>开本</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/sheet_page.py" />
      <source>Strict</source>
      <translation>严格</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/status.py" />
      <source>Autosaved {time}</source>
      <translation>自动保存 {time}</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/status.py" />
      <source>Progress of the export</source>
      <translation>导出进度</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/storyeditor.py" />
      <source>Article</source>
      <translation>稿件</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/storyeditor.py" />
      <source>Line ends of the page</source>
      <translation>版面的行末</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/storyeditor.py" />
      <source>No head yet</source>
      <translation>还没有标题</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/storyeditor.py" />
      <source>Text of the article</source>
      <translation>稿件文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/topbar.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="desktop/ui/panels/topbar.py" />
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <location filename="desktop/ui/placing.py" />
      <source>Relink “{name}”</source>
      <translation>重新链接“{name}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Click to select</source>
      <translation>单击选中</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Click to select, double-click to crop</source>
      <translation>单击选中，双击裁图</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Click to select, double-click to write</source>
      <translation>单击选中，双击改字</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Double-click to choose the file again</source>
      <translation>双击重新找图</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Double-click to place a picture</source>
      <translation>双击放图</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Drag into a frame, double-click to write</source>
      <translation>拖进别的框，双击改字</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>Drag to move, corners to size</source>
      <translation>拖动移位，拖角改大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>story “{title}”</source>
      <translation>《{title}》</translation>
    </message>
    <message>
      <location filename="desktop/ui/pointing.py" />
      <source>“{title}”</source>
      <translation>“{title}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/printing.py" />
      <source>Printed: {count} sheets</source>
      <translation>已打印 {count} 张</translation>
    </message>
    <message>
      <location filename="desktop/ui/printing.py" />
      <source>Printing was cancelled.</source>
      <translation>已取消打印。</translation>
    </message>
    <message>
      <location filename="desktop/ui/printout.py" />
      <source>{page}: sheet {number} of {count}, row {row}, column {column}</source>
      <translation>{page}：第 {number} 张，共 {count} 张（第 {row} 行第 {column} 列）</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Discard it</source>
      <translation>丢弃</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>It was never saved.</source>
      <translation>从未存盘。</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Keep both</source>
      <translation>两个都保留</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Keep the recovered</source>
      <translation>保留恢复的</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Keep the saved</source>
      <translation>保留存盘的</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Later</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Recovered</source>
      <translation>恢复的</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Saved</source>
      <translation>存盘的</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>The copy of unsaved work on “{name}” is damaged.</source>
      <translation>“{name}”未存盘工作的副本已损坏。</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>The file of “{name}” was saved after unsaved work on it was kept.</source>
      <translation>保留“{name}”未存盘的工作之后，文件又存过盘。</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>The saved file cannot be read any more.</source>
      <translation>存盘的文件已无法读取。</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>Unsaved work on “{name}” was kept when the program last ended.</source>
      <translation>程序上次结束时，保留了“{name}”未存盘的工作。</translation>
    </message>
    <message>
      <location filename="desktop/ui/recovering.py" />
      <source>{name} (recovered)</source>
      <translation>{name}（恢复）</translation>
    </message>
    <message>
      <location filename="desktop/ui/refresh.py" />
      <source>✕ missing: {name}</source>
      <translation>✕ 图片丢失：{name}</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>All of it stands there already</source>
      <translation>要拖的已经都在那一版上</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>Let go: all of “{story}” moves to “{page}”</source>
      <translation>松手：《{story}》整篇移到“{page}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>Let go: {count} elements move to “{page}”</source>
      <translation>松手：{count} 段移到“{page}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>No free frame there takes it: “{page}”</source>
      <translation>“{page}”没有空框可放</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>{count} overset</source>
      <translation>溢出 {count}</translation>
    </message>
    <message>
      <location filename="desktop/ui/sheets.py" />
      <source>{told} · {count} elements find no frame there</source>
      <translation>{told} · 有 {count} 段在那里没有框可放</translation>
    </message>
    <message>
      <location filename="desktop/ui/submenus.py" />
      <source>A new story</source>
      <translation>新的一篇</translation>
    </message>
    <message>
      <location filename="desktop/ui/submenus.py" />
      <source>As the house style says</source>
      <translation>按本报样式</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>A border and a tint; dress it in the inspector</source>
      <translation>线框和底色，样子在检查器里改</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>A line along the longer side</source>
      <translation>沿长边的一条线</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>A picture with a border that text keeps out of</source>
      <translation>带框的图，文字绕开</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>A sentence that a column change of the source had cut</source>
      <translation>接上原稿换栏时断开的句子</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Above all other free frames</source>
      <translation>放到其他自由框之上</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Again takes it back</source>
      <translation>再按一次还原</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>All keys on one sheet, to be printed</source>
      <translation>全部快捷键，可以打印</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>All text of the article in which the caret stands</source>
      <translation>光标所在稿件的全部文字</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>All text stays in the frames before it</source>
      <translation>文字全部留在前面的框里</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Along the page's edges; they follow the pointer</source>
      <translation>在版面上方和左侧，随指针移动</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Also Ctrl and the wheel, at the pointer</source>
      <translation>也可按住 Ctrl 滚轮，以指针为中心</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>An invented article with two pictures, to try everything on</source>
      <translation>一篇虚构的稿件和两张图，可以放手试</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>As large as it is printed</source>
      <translation>和印出来一样大</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>As large as there is room</source>
      <translation>放到最大</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>As the layout has it</source>
      <translation>恢复版式里的位置</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>At the leftmost of the selected frames</source>
      <translation>以最左的框为准</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>At the lowest of the selected frames</source>
      <translation>以最下的框为准</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>At the rightmost of the selected frames</source>
      <translation>以最右的框为准</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>At the uppermost of the selected frames</source>
      <translation>以最上的框为准</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Before the page that stands before it; numbers stay</source>
      <translation>往前挪一版，版次不变</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Behind the page that follows it; numbers stay</source>
      <translation>往后挪一版，版次不变</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Below all other free frames</source>
      <translation>放到其他自由框之下</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Characters in a face of their own take their paragraph's</source>
      <translation>单独改过字体的字恢复段落字体</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Choose a picture file for the selected frame</source>
      <translation>为所选的框选一张图</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Choose the place in the element's text</source>
      <translation>在文字里选断开的地方</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Counted from the sheet's corner</source>
      <translation>从版面纸张的左上角量起</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Counted from the type area's corner</source>
      <translation>从版心左上角数起</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Dark letters on light grey</source>
      <translation>浅底深字</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Each moves alone again</source>
      <translation>又各自移动</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Every command by its name</source>
      <translation>按名字找任何命令</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Every element, its role and whether it is placed</source>
      <translation>每个成分是什么、排了没有</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Every page, small; drag one to another place</source>
      <translation>各版缩图，可拖动换位</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Every step by name; a click goes there</source>
      <translation>每一步都有名字，点一下就回到那里</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Everything in one file, pictures included</source>
      <translation>全部存进一个文件，图片在内</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>From frame to frame in reading order</source>
      <translation>按阅读顺序逐框选中</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>From the next start on</source>
      <translation>下次启动起</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Go back to the part of the window before by keys</source>
      <translation>用键盘回到窗口的前一部分</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Go back to the place before</source>
      <translation>回到上一处</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Go on to the next place</source>
      <translation>到下一处</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Heads, sections and captions go where the layout wants them</source>
      <translation>标题、小节、图注各归其位</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>It can be moved and sized again</source>
      <translation>又可以移动和改大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>It is not moved or sized until it is unlocked</source>
      <translation>解锁前不能移动和改大小</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>It is read before the element above it</source>
      <translation>读在上一段之前</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>It is read behind the element below it</source>
      <translation>读在下一段之后</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>It stands free on the grid, and text runs round it</source>
      <translation>自由放在网格上，文字绕排</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Light letters on dark grey</source>
      <translation>深底浅字</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Light or dark, as the system is</source>
      <translation>跟随系统的明暗</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Marks as the house wants them</source>
      <translation>标点按本报规范</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Marks as they came in</source>
      <translation>标点照原稿</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>No paper is seen beside the picture</source>
      <translation>图片填满图框，不露白</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Nothing but the desk</source>
      <translation>全屏工作</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Nothing is selected any more; tools end too</source>
      <translation>不再选中任何东西，也结束正在用的工具</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Once more, a column and a line further</source>
      <translation>再来一个，错开一栏一行</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Over all articles, by words or regular expressions</source>
      <translation>在全部稿件里查找，可用正则表达式</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>PDF/X with marks and inks for the press, or PDF/A for the archive</source>
      <translation>印刷用 PDF/X（带标记、按油墨），存档用 PDF/A</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Page number, paper and date</source>
      <translation>版次、报名、日期</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Paper is seen beside it where shapes differ</source>
      <translation>显示整张图，形状不合处露白</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Paragraphs become paragraphs</source>
      <translation>分段照样分段</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Set as large as the frame allows</source>
      <translation>字号随框，能大则大</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Show the page before this one</source>
      <translation>显示前一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Show the page behind this one</source>
      <translation>显示后一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Step by step, back to when the file was opened</source>
      <translation>一步一步，可以退回打开时的样子</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Text from right to left, turned as vertical setting asks</source>
      <translation>从右到左竖排</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Text in it is kept, unplaced</source>
      <translation>框里的文字保留，转为未排</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Text keeps out of it</source>
      <translation>文字绕开它</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Texts end where they ended before copyfit</source>
      <translation>文字恢复齐版前的样子</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The file stays among the edition's pictures</source>
      <translation>图片文件仍留在本版</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The first frame for this role in which it fits</source>
      <translation>放进第一个合用又放得下的框</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The page's whole width</source>
      <translation>看整个版宽</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The same number of columns between them</source>
      <translation>框间栏数相等</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The same number of lines between them</source>
      <translation>框间行数相等</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The selected text goes to the clipboard</source>
      <translation>所选文字剪到剪贴板</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The selected text is copied as it stands on the page</source>
      <translation>所选文字照版面上的样子复制</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The text is kept, unplaced</source>
      <translation>文字保留，转为未排</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The version that the last saving replaced</source>
      <translation>上一次保存之前的那一版</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>The whole page, also after the window is resized</source>
      <translation>看整版，窗口改大小后也一样</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Their text joins this edition, unplaced</source>
      <translation>稿件加入本版，先不排</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>They move together from now on</source>
      <translation>以后一起移动</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Two elements become one; no character is lost</source>
      <translation>两段并成一段，一字不少</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Under another name; the file so far stays</source>
      <translation>换个名字保存，原文件不动</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>What is not right yet; a click goes there</source>
      <translation>还有哪些不妥；点一条就到那里</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>What is selected, in figures to be changed</source>
      <translation>所选内容的各项数据，可以改</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>What is unsaved is asked about first</source>
      <translation>有未保存的修改会先问</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>What was undone is done again</source>
      <translation>把撤销的再做一遍</translation>
    </message>
    <message>
      <location filename="desktop/ui/tips.py" />
      <source>Which version this is</source>
      <translation>版本信息</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Every save keeps the version that it replaces.</source>
      <translation>每次保存都会保留被替换的版本。</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Go back to it</source>
      <translation>退回这一版本</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Open it as a copy</source>
      <translation>作为副本打开</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Open now</source>
      <translation>现在打开的</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Previous version</source>
      <translation>上一版本</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>There is no previous version of “{name}” yet.</source>
      <translation>“{name}”还没有上一版本。</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>{name} (previous version)</source>
      <translation>{name}（上一版本）</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>“{name}” as it was before the last save, beside what is open now.</source>
      <translation>“{name}”上次保存之前的样子，与现在打开的并排。</translation>
    </message>
    <message>
      <location filename="desktop/ui/viewing.py" />
      <source>The window speaks the other language from the next start on.</source>
      <translation>下次启动时换成所选语言。</translation>
    </message>
    <message>
      <location filename="desktop/ui/window.py" />
      <source>(read only)</source>
      <translation>（只读）</translation>
    </message>
    <message>
      <location filename="desktop/ui/window.py" />
      <source>Banxin {version}</source>
      <translation>版心 {version}</translation>
    </message>
    <message>
      <location filename="desktop/ui/window.py" />
      <source>From an article to a proofed, press-ready newspaper page.</source>
      <translation>从稿件到校毕付印的报纸版面。</translation>
    </message>
    <message>
      <location filename="desktop/ui/window.py" />
      <source>The open edition is as it was.</source>
      <translation>已打开的版面没有变动。</translation>
    </message>
    <message>
      <location filename="desktop/ui/wiring.py" />
      <source>Exported: {name}</source>
      <translation>已导出：{name}</translation>
    </message>
    <message>
      <location filename="desktop/ui/wiring.py" />
      <source>Exporting…</source>
      <translation>正在导出…</translation>
    </message>
    <message>
      <location filename="desktop/ui/wiring.py" />
      <source>Printing…</source>
      <translation>正在打印…</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>+{chars} characters, {lines} lines</source>
      <translation>+{chars} 字，{lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>There is no difference to be seen.</source>
      <translation>看不出差别。</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>fits</source>
      <translation>合适</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>placed twice</source>
      <translation>排了两次</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{chars} characters go on on another page</source>
      <translation>{chars} 字转他版</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{columns} columns of {measure}, {lines} lines</source>
      <translation>{columns} 栏 × {measure} 字，{lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{columns} columns × {lines} lines</source>
      <translation>{columns} 栏 × {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} characters on the pages</source>
      <translation>版面上 {count} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} characters wide</source>
      <translation>宽 {count} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} elements changed</source>
      <translation>改动 {count} 个成分</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} pages changed</source>
      <translation>改动 {count} 个版</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} placed</source>
      <translation>已排 {count} 字</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{count} unplaced</source>
      <translation>未排 {count}</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{lines} lines short</source>
      <translation>差 {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/ui/wording.py" />
      <source>{steps} steps</source>
      <translation>{steps} 步</translation>
    </message>
  </context>
  <context>
    <name>messages</name>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>The command line has {words}, which is not known. See banxin --help.</source>
      <translation>命令行里的 {words} 无法识别。用法见 banxin --help。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>The command line lacks {names}. See banxin --help.</source>
      <translation>命令行缺少 {names}。用法见 banxin --help。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>The name of a file is empty; give one.</source>
      <translation>文件名是空的；请给出文件名。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>The output was not written to its end: {why}.</source>
      <translation>输出没有写完：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>There is neither a command nor a file “{word}”; commands are {known}.</source>
      <translation>没有“{word}”这个命令，也没有这个文件；命令有 {known}。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>There is neither a command nor a file “{word}”; perhaps {close} was meant.</source>
      <translation>没有“{word}”这个命令，也没有这个文件；是否想用 {close}？</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} and {other} do not go together; leave one out.</source>
      <translation>{option} 与 {other} 不能同时使用；请去掉一个。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} can mean {known}; write it in full.</source>
      <translation>{option} 可以指 {known}；请写完整。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} cannot be {value}; choose from {known}.</source>
      <translation>{option} 不能是 {value}；可选 {known}。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} is empty; give a name behind it.</source>
      <translation>{option} 后面是空的；请给出名称。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} needs a value behind it. See banxin --help.</source>
      <translation>{option} 后面要有值。用法见 banxin --help。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{option} takes no value, but has {value}. See banxin --help.</source>
      <translation>{option} 不带值，却写了 {value}。用法见 banxin --help。</translation>
    </message>
    <message>
      <location filename="desktop/app/arguments.py" />
      <source>{problem}. See banxin --help.</source>
      <translation>{problem}。请看 banxin --help。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/export.py" />
      <source>Several editions need a folder to go to; “{path}” is none.</source>
      <translation>多个版面需要一个文件夹来存放；“{path}”不是文件夹。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/export.py" />
      <source>The folder “{path}” cannot be made: {why}.</source>
      <translation>无法建立文件夹“{path}”：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/export.py" />
      <source>Write --picture SLOT=FILE, not “{word}”.</source>
      <translation>请写成 --picture 图片位=文件，而不是“{word}”。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/export.py" />
      <source>{path}: {placed} characters placed.</source>
      <translation>{path}：已排 {placed} 字。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/new.py" />
      <source>An edition's name ends in .banxin; write {name}.banxin instead of {name}.</source>
      <translation>版面文件名以 .banxin 结尾；请把 {name} 写成 {name}.banxin。</translation>
    </message>
    <message>
      <location filename="desktop/app/commands/new.py" />
      <source>New editions are made of articles; to change an edition, open it in the window.</source>
      <translation>新版面由稿件生成；要修改已有版面，请在窗口中打开。</translation>
    </message>
    <message>
      <location filename="desktop/app/fitting.py" />
      <source>  would have to go: “{text}” ({chars} characters, {lines} lines)</source>
      <translation>  需要删去：“{text}”（{chars} 字，{lines} 行）</translation>
    </message>
    <message>
      <location filename="desktop/app/fitting.py" />
      <source>  {step}</source>
      <translation>  {step}</translation>
    </message>
    <message>
      <location filename="desktop/app/fitting.py" />
      <source>Copyfit: “{title}”: {before}; no lever suffices</source>
      <translation>齐版：“{title}”：{before}；各种手段都不够</translation>
    </message>
    <message>
      <location filename="desktop/app/fitting.py" />
      <source>Copyfit: “{title}”: {before}; now {after}</source>
      <translation>齐版：“{title}”：原{before}；现{after}</translation>
    </message>
    <message>
      <location filename="desktop/app/load.py" />
      <source>The articles bring their own date; --date is not printed.</source>
      <translation>稿件自带日期，--date 未排入版面。</translation>
    </message>
    <message>
      <location filename="desktop/app/load.py" />
      <source>The page has no picture slot “{slot}”; it has {known}.</source>
      <translation>版面没有图片位“{slot}”；有的是 {known}。</translation>
    </message>
    <message>
      <location filename="desktop/app/load.py" />
      <source>{file} was composed otherwise when it was saved: the fonts are others, or the rules are newer. Look it over.</source>
      <translation>{file} 现在排出来与保存时不同：字体变了，或规则更新了。请再看一遍。</translation>
    </message>
    <message>
      <location filename="desktop/app/load.py" />
      <source>“{date}” is no date; write it like 2026-03-30.</source>
      <translation>“{date}”不是日期，请写成 2026-03-30。</translation>
    </message>
    <message>
      <location filename="desktop/app/window.py" />
      <source>There is no display for a window; name articles to be written as PDF, or give --sample.</source>
      <translation>没有显示器，窗口打不开。请写上要出 PDF 的稿件，或加 --sample。</translation>
    </message>
    <message>
      <location filename="desktop/app/window.py" />
      <source>There is no display for a window; the page is written as PDF.</source>
      <translation>没有可用的显示器，改为输出 PDF。</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/plan.py" />
      <source>ends exactly with its last column</source>
      <translation>正好到最后一栏栏底</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/plan.py" />
      <source>level to a line; {lines} lines to be exact</source>
      <translation>各栏相差不超过 1 行；还差 {lines} 行完全齐平</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/plan.py" />
      <source>{chars} characters, {lines} lines over</source>
      <translation>超出 {chars} 字，{lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/plan.py" />
      <source>{chars} characters, {lines} lines short</source>
      <translation>差 {chars} 字，{lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>Headline: {new} pt instead of {old} pt</source>
      <translation>主题：由 {old} pt 改为 {new} pt</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>Headline: {new} pt instead of {old} pt, {lines} lines instead of {before}</source>
      <translation>主题：由 {old} pt 改为 {new} pt，占行由 {before} 行改为 {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>Pictures: {lines} lines each</source>
      <translation>图片：每幅 {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>Subheads: {change}</source>
      <translation>小标题：{change}</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>Subheads: {change}, {also}</source>
      <translation>小标题：{change}，{also}</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>{new} lines above instead of {old}</source>
      <translation>上空由 {old} 行改为 {new} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>{new} lines below instead of {old}</source>
      <translation>下空由 {old} 行改为 {new} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>“{frame}”: {new} columns instead of {old}</source>
      <translation>“{frame}”：由 {old} 栏改为 {new} 栏</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>“{frame}”: {new} lines high instead of {old}</source>
      <translation>“{frame}”：高由 {old} 行改为 {new} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>“{text}”: {lines} lines less</source>
      <translation>“{text}”：少排 {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/compose/copyfit/steps.py" />
      <source>“{text}”: {lines} lines more</source>
      <translation>“{text}”：多排 {lines} 行</translation>
    </message>
    <message>
      <location filename="desktop/fonts/describe.py" />
      <source>{path} holds no face with outlines; it cannot be used.</source>
      <translation>{path} 里没有轮廓字体，无法使用。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/face.py" />
      <source>The font file {path} cannot be opened; is it still there?</source>
      <translation>无法打开字体文件 {path}，它还在吗？</translation>
    </message>
    <message>
      <location filename="desktop/fonts/face.py" />
      <source>{path} is not a font that can be read; choose another face.</source>
      <translation>{path} 不是可读的字体，请换一种。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/library.py" />
      <source>There is no face “{face}”: install its font, or give the role another face.</source>
      <translation>没有字体“{face}”：请安装，或换用另一种字体。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/static.py" />
      <source>Face “{face}” cannot be taken out of {path}; choose another face.</source>
      <translation>无法从 {path} 中取出字体“{face}”，请换一种字体。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/static.py" />
      <source>The font file {path} cannot be read; is it still there?</source>
      <translation>无法读取字体文件 {path}，它还在吗？</translation>
    </message>
    <message>
      <location filename="desktop/fonts/subset.py" />
      <source>Font “{face}” has no outlines that a PDF can hold; choose another face.</source>
      <translation>字体“{face}”没有 PDF 能容纳的轮廓，请换一种字体。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/subset.py" />
      <source>Font “{face}” is damaged: it cannot be embedded.</source>
      <translation>字体“{face}”已损坏，无法嵌入。</translation>
    </message>
    <message>
      <location filename="desktop/fonts/subset.py" />
      <source>The licence of font “{face}” does not allow embedding it in a PDF; choose another face.</source>
      <translation>字体“{face}”的授权不允许嵌入 PDF，请换一种字体。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>There is no file {file}.</source>
      <translation>没有文件 {file}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} cannot be read: {why}.</source>
      <translation>无法读取 {file}：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} has a part named “{part}” and was not opened.</source>
      <translation>{file} 含有名为“{part}”的部分，没有打开。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} is a folder, not an edition.</source>
      <translation>{file} 是文件夹，不是版面文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} is damaged or is no Banxin edition; its backup is {file}.bak, where there is one.</source>
      <translation>{file} 已损坏，或不是版心的版面文件；如有备份，是 {file}.bak。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} may not be read.</source>
      <translation>没有读取 {file} 的权限。</translation>
    </message>
    <message>
      <location filename="desktop/formats/archive.py" />
      <source>{file} unpacks to more than an edition can hold.</source>
      <translation>{file} 解开后超出版面文件的容量。</translation>
    </message>
    <message>
      <location filename="desktop/formats/display_json.py" />
      <source>{file}, line {line}: this is no page description.</source>
      <translation>{file} 第 {line} 行：不是版面描述。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>There is no layout {id}; known are {known}.</source>
      <translation>没有版式 {id}；已有的是 {known}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>Page {page} asks for the variant “{name}”, which is missing.</source>
      <translation>第{page}版要用排版变体“{name}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>Slot “{slot}” asks for the paragraph style “{name}”, which is missing.</source>
      <translation>版位“{slot}”要用的段落样式“{name}”不存在。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>The part {part} of the package was not read.</source>
      <translation>没有读取版面文件中的 {part}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>The picture “{name}” is missing or damaged; relink it in its frame.</source>
      <translation>图片“{name}”丢失或损坏；请在图片位上重新链接。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{file} is not UTF-8.</source>
      <translation>{file} 不是 UTF-8 编码。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{file} is not a Banxin edition.</source>
      <translation>{file} 不是版心的版面文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{file} is not a list of fonts.</source>
      <translation>{file} 不是字体清单。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{id} asks for the paragraph style “{name}”, which is missing.</source>
      <translation>{id} 要用段落样式“{name}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{id} asks for the variant “{name}”, which is missing.</source>
      <translation>{id} 要用排版变体“{name}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{package}: </source>
      <translation>{package}：</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>The file holds no text but binary data. Save the article as plain text and open that.</source>
      <translation>文件里是二进制数据，不是文字。请把稿件存为纯文本再打开。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>The file is UTF-8 but ends in the middle of a character (byte {byte}): it was cut off. Get it again, or save it again as UTF-8.</source>
      <translation>文件是 UTF-8，但断在一个字的中间（第 {byte} 字节）：文件不完整。请重新取得，或另存为 UTF-8。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>The file is {encoding} but damaged in line {line} (byte {byte}). Get it again, or save it again as UTF-8.</source>
      <translation>文件是 {encoding}，但第 {line} 行（第 {byte} 字节）已损坏。请重新取得，或另存为 UTF-8。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>The file is {kind}, not plain text. Save the article as plain text and open that.</source>
      <translation>文件是{kind}，不是纯文本。请把稿件存为纯文本再打开。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>The file's encoding is not known: it is not UTF-8, UTF-16, GB18030 or Big5. Save it again as UTF-8.</source>
      <translation>无法识别文件编码：不是 UTF-8、UTF-16、GB18030 或 Big5。请重新存为 UTF-8。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>There is no file {name}. Check the name and the folder.</source>
      <translation>没有文件 {name}。请检查文件名和文件夹。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} cannot be read: {problem}.</source>
      <translation>无法读取 {name}：{problem}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} has {count} lines: too many for an article. Split it.</source>
      <translation>{name}有{count}行，作为一篇稿件太多了，请拆开。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} holds nothing but white space. Choose a file with text.</source>
      <translation>{name} 只有空白。请选有文字的文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} is a folder. Choose a text file in it.</source>
      <translation>{name} 是文件夹。请选其中的文本文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} is empty. Choose a file with text.</source>
      <translation>{name} 是空文件。请选有文字的文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name} is larger than {limit} MB: too large for an article. Split it.</source>
      <translation>{name} 超过 {limit} MB，作为稿件太大。请拆分。</translation>
    </message>
    <message>
      <location filename="desktop/formats/plain_text.py" />
      <source>{name}: {problem}</source>
      <translation>{name}：{problem}</translation>
    </message>
    <message>
      <location filename="desktop/formats/press_xml.py" />
      <source>There is no press preset “{name}”; there is {known}.</source>
      <translation>没有印刷预设“{name}”；现有 {known}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/press_xml.py" />
      <source>“{name}” is no ICC profile of four inks.</source>
      <translation>“{name}”不是四色（CMYK）的 ICC 特性文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file} has a DOCTYPE, which is not accepted; remove it.</source>
      <translation>{file} 含有 DOCTYPE，不予接受，请删去。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file} is a folder, not a file.</source>
      <translation>{file} 是文件夹，不是文件。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file} is too large: {most} MB at most.</source>
      <translation>{file} 太大：最多 {most} MB。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file}, line {line}: </source>
      <translation>{file} 第 {line} 行：</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file}, line {line}: elements are nested more than {most} deep.</source>
      <translation>{file} 第 {line} 行：嵌套超过 {most} 层。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{file}, line {line}: not well-formed XML: {what}.</source>
      <translation>{file} 第 {line} 行：XML 格式有误：{what}。</translation>
    </message>
    <message>
      <location filename="desktop/geometry/units.py" />
      <source>“{text}” is not a length; write for example 9pt, 273mm or 小五.</source>
      <translation>“{text}”不是长度，请写成 9pt、273mm 或 小五。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/display.py" />
      <source>{element}, “{text}”, stands before what it should follow.</source>
      <translation>{element}“{text}”排到了前文之前。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/display.py" />
      <source>“{text}” of {element} (at {at}) is out of order.</source>
      <translation>{element} 的“{text}”（第 {at} 字）次序不对。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/display.py" />
      <source>“{text}” of {element} (at {at}) stands nowhere.</source>
      <translation>{element} 的“{text}”（第 {at} 字）没有排入。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/display.py" />
      <source>“{text}” of {element} (at {at}) stands twice.</source>
      <translation>{element} 的“{text}”（第 {at} 字）排了两次。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/display.py" />
      <source>“{text}” stands in {element} but not in the source.</source>
      <translation>{element} 中有“{text}”，原稿中没有。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/extracted.py" />
      <source>In the PDF's text {element} is not whole from “{text}” on.</source>
      <translation>PDF 文字中，{element} 从“{text}”起不完整。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/extracted.py" />
      <source>The PDF's text has “{text}” too many.</source>
      <translation>PDF 文字中多出“{text}”。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/extracted.py" />
      <source>The PDF's text has “{text}”, which no element brings.</source>
      <translation>PDF 文字中有“{text}”，稿件里却没有。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/extracted.py" />
      <source>The PDF's text lacks “{text}”.</source>
      <translation>PDF 文字中缺少“{text}”。</translation>
    </message>
    <message>
      <location filename="desktop/integrity/extracted.py" />
      <source>{element}, “{text}”, is out of order in the PDF's text.</source>
      <translation>PDF 文字中 {element}“{text}”次序不对。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>An element can only move to a story of the same file.</source>
      <translation>稿件成分只能移到同一文件的另一篇里。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>An element cannot be split at its beginning or end. Choose a place inside it.</source>
      <translation>不能在开头或末尾拆分，请在中间选一处。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>The place does not lie inside the element.</source>
      <translation>这个位置不在该成分之内。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>There is no change {id}.</source>
      <translation>没有改动 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>There is no element {id} in this story.</source>
      <translation>这一篇里没有成分 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>There is no element {id} or no story {story}.</source>
      <translation>没有成分 {id}，或没有稿件 {story}。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>These characters were changed again since. Take the later change back first.</source>
      <translation>这些字后来又改过。请先撤回后来的改动。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>Two different elements are needed.</source>
      <translation>需要两个不同的成分。</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>cut to fit the page</source>
      <translation>为齐版删去</translation>
    </message>
    <message>
      <location filename="desktop/model/corrections.py" />
      <source>set by hand</source>
      <translation>手工指定</translation>
    </message>
    <message>
      <location filename="desktop/model/layout.py" />
      <source>{basic} columns cannot be broken into {into}.</source>
      <translation>{basic} 栏不能破成 {into} 栏。</translation>
    </message>
    <message>
      <location filename="desktop/model/typing.py" />
      <source>The place does not lie inside the text.</source>
      <translation>这个位置不在文字之内。</translation>
    </message>
    <message>
      <location filename="desktop/model/typing.py" />
      <source>There is no element {id} any more.</source>
      <translation>已没有成分 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/model/typing.py" />
      <source>written at the layout desk</source>
      <translation>组版台上写入</translation>
    </message>
    <message>
      <location filename="desktop/opening/articles.py" />
      <source>Layout {layout} fits best and is used.</source>
      <translation>版式 {layout} 最合适，已采用。</translation>
    </message>
    <message>
      <location filename="desktop/opening/articles.py" />
      <source>The articles take {count} pages.</source>
      <translation>这些稿件共需{count}个版面。</translation>
    </message>
    <message>
      <location filename="desktop/opening/articles.py" />
      <source>{file}: there is a layout “{id}” already.</source>
      <translation>{file}：已有版式“{id}”。</translation>
    </message>
    <message>
      <location filename="desktop/pdf/read.py" />
      <source>The PDF has no page {page}.</source>
      <translation>PDF 没有第 {page} 页。</translation>
    </message>
    <message>
      <location filename="desktop/pdf/read.py" />
      <source>The file is not a PDF that can be read.</source>
      <translation>这个文件不是可读的 PDF。</translation>
    </message>
    <message>
      <location filename="desktop/pdf/source_date.py" />
      <source>SOURCE_DATE_EPOCH is “{value}”; give whole seconds since 1970, up to the year 2999, or unset it.</source>
      <translation>SOURCE_DATE_EPOCH 是“{value}”；请给出 1970 年以来的整秒数（不晚于 2999 年），或取消设置。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/drawn.py" />
      <source>The picture “{name}” is damaged or cut off; get the file again.</source>
      <translation>图片“{name}”已损坏或不完整，请重新获取文件。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/opening.py" />
      <source>The picture “{name}” has more than {limit} million pixels; make it smaller first.</source>
      <translation>图片“{name}”超过 {limit} 百万像素，请先缩小。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/opening.py" />
      <source>“{name}” is not a JPEG, PNG, TIFF or PDF picture.</source>
      <translation>“{name}”不是 JPEG、PNG、TIFF 图片，也不是 PDF。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/pagecheck.py" />
      <source>The PDF “{name}” has hidden layers, which would be printed; get it without them, as PDF/X-1a.</source>
      <translation>PDF“{name}”有隐藏图层，印出来会露出；请要不带图层的文件，如 PDF/X-1a。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/pagecheck.py" />
      <source>The PDF “{name}” is built too intricately to be placed; have it exported anew, as PDF/X.</source>
      <translation>PDF“{name}”结构太复杂，无法置入；请对方重新导出为 PDF/X。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/placed.py" />
      <source>The PDF “{name}” asks for a password; get a copy without one.</source>
      <translation>PDF“{name}”要密码；请要一份不带密码的。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/placed.py" />
      <source>The PDF “{name}” has no pages.</source>
      <translation>PDF“{name}”没有页面。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/placed.py" />
      <source>The page of “{name}” measures {width} × {height} mm; sides of 1 to {most} mm can be placed.</source>
      <translation>“{name}”的页面为 {width} × {height} mm；能置入的边长为 1 至 {most} mm。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/read.py" />
      <source>The picture “{name}” is empty.</source>
      <translation>图片“{name}”是空文件。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/read.py" />
      <source>The picture “{path}” cannot be read: {why}.</source>
      <translation>无法读取图片“{path}”：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/read.py" />
      <source>There is no picture “{path}”.</source>
      <translation>没有图片“{path}”。</translation>
    </message>
    <message>
      <location filename="desktop/pictures/read.py" />
      <source>“{path}” is a folder, not a picture.</source>
      <translation>“{path}”是文件夹，不是图片。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>A character wider than its line stands out of it.</source>
      <translation>有一个字宽过行长，伸出了行外。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>A head had to be broken inside a name, a number, a quotation or a word.</source>
      <translation>标题不得不在人名、数字、引文或词语中间断开。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>A run of marks breaks the line-start or line-end rule.</source>
      <translation>连续的标点违反了行首、行尾禁则。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>A subhead has too little text under it in its column.</source>
      <translation>栏内小标题下面的正文太少。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>A word or number longer than its line had to be divided.</source>
      <translation>有一个单词或数字比一行还长，只好断开。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>Invisible characters belong to no element: {count} of {codes}.</source>
      <translation>有{count}个不可见字符（{codes}）不属于任何成分。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>Lines stay empty at a column's foot, because a subhead needs text under it.</source>
      <translation>栏尾留了空行：小标题下面须有正文，移到了下一栏。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>No face has “{char}” (U+{code}).</source>
      <translation>没有字体收有“{char}”（U+{code}）。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>Nothing of another page’s text goes on in “{name}”.</source>
      <translation>“{name}”没有可以接排的文字：前版文字已经排完。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The gaps of a line are wider than the house style likes.</source>
      <translation>一行的字距拉得比版式允许的大。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The last line of a paragraph holds fewer characters than the house style asks for.</source>
      <translation>段末行字数少于版式要求。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The last line of a paragraph starts a column.</source>
      <translation>段落的末行落在了一栏的栏首。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The lead head stands in {size} pt, less than {times} times the body size.</source>
      <translation>头条标题为 {size} 磅，不到正文字号的 {times} 倍。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The picture has no caption.</source>
      <translation>图片没有说明。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The picture “{name}” is missing; no frame shows it.</source>
      <translation>图片“{name}”丢失；没有图片位用到它。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The picture “{name}” is missing; relink it.</source>
      <translation>图片“{name}”丢失，请重新链接。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The text goes on on another page, and its columns have no room for saying so.</source>
      <translation>文章转往他版，但栏太窄，放不下转版提示。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The text is {lines} column lines short of its frame.</source>
      <translation>文字比版块差 {lines} 栏行。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>The {kind} frame “{name}” is empty.</source>
      <translation>{kind}位“{name}”还空着。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>This element is placed {count} times.</source>
      <translation>这个成分排了 {count} 次。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>This picture covers another.</source>
      <translation>这张图片压住了另一张图片。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>{chars} characters, {lines} lines find no room.</source>
      <translation>溢出 {chars} 字，{lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>{text} {count} more of them further on.</source>
      <translation>{text}后文另有{count}处。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{char}” comes from a fallback face.</source>
      <translation>“{char}”用了后备字体。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{name}” has {count} pages; the first is shown.</source>
      <translation>“{name}”有 {count} 页，只显示第一页。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{text}” ({count} characters) stands on no page.</source>
      <translation>“{text}”（{count} 字）还没有排入。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{text}” belongs to no element.</source>
      <translation>“{text}”不属于任何成分。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{text}” stands in {size} pt, too small to be read.</source>
      <translation>“{text}”只有 {size} 磅，小得无法辨认。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{text}” stands on a picture.</source>
      <translation>“{text}”压在图片上。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/checks.py" />
      <source>“{title}” has no byline.</source>
      <translation>“{title}”没有署名。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>The PDF “{name}” does not say which characters its glyphs are; get it as PDF/A-2u.</source>
      <translation>PDF“{name}”没有说明字形对应哪些字符；请要 PDF/A-2u。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>The PDF “{name}” has colours in RGB; get it as PDF/X, in four inks.</source>
      <translation>PDF“{name}”有 RGB 颜色；请要四色的 PDF/X。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>The PDF “{name}” has transparent parts; this press needs PDF/X-1a.</source>
      <translation>PDF“{name}”有透明部分；这种印刷要 PDF/X-1a。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>The PDF “{name}” uses faces that are not in it; get it as PDF/X, with its faces.</source>
      <translation>PDF“{name}”用了没有嵌入的字体；请要嵌入字体的 PDF/X。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>The frame “{name}” would go to press empty.</source>
      <translation>“{name}”还空着，不能付印。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>“{name}” has {dpi} dpi on the page; the press needs {least}.</source>
      <translation>“{name}”在版面上只有 {dpi} dpi，印刷要求 {least}。</translation>
    </message>
    <message>
      <location filename="desktop/preflight/press.py" />
      <source>“{name}” lays {most} % of ink on a spot; the press takes {limit} % at most.</source>
      <translation>“{name}”有的地方总墨量达 {most}%，印刷最多 {limit}%。</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a bracket without its partner</source>
      <translation>括号不成对</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a character that Unicode {version} does not know</source>
      <translation>Unicode {version} 未定义的字符</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a character that could not be read when the text was converted</source>
      <translation>转换文字时无法识别的字符</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a combining mark; it is set over the character before it</source>
      <translation>组合用字符，叠排在前一字符上</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a control character that separates; it is taken for white space</source>
      <translation>分隔用控制字符，按空白处理</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a control character; it is shown as a box</source>
      <translation>控制字符，以方框显示</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a half-width full stop between Chinese characters</source>
      <translation>汉字之间的半角句点</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a label that names the part behind it</source>
      <translation>标明后文成分的标签</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a letter without ink</source>
      <translation>没有字形的空白字母</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a letter written from right to left; it is set from left to right</source>
      <translation>从右向左书写的字母，按从左向右排</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a line below the headline that explains it</source>
      <translation>主题下面解释性的一行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a line of another shape than the subheads, between paragraphs</source>
      <translation>段落之间、与小标题样子不同的一行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a line with nothing but invisible characters</source>
      <translation>整行都是看不见的字符</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a look-alike of the ordinary character</source>
      <translation>与常用字形相似的字符</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a mark for the direction of writing; it is not obeyed</source>
      <translation>书写方向控制符，不起作用</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a paragraph of running text</source>
      <translation>正文段落</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a paragraph whose sentence was cut by a column change</source>
      <translation>句子被转栏截断的段落</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a private character; it is shown where the face has it</source>
      <translation>自造字，字库中有则显示</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a question mark where no question stands; another mark was probably lost</source>
      <translation>这里不是问句却有问号，可能丢了别的标点</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a short line above the headline</source>
      <translation>主题上面的短行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a short line without an end mark between paragraphs</source>
      <translation>段落之间没有句末标点的短行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a short line without punctuation, apart from the text</source>
      <translation>离开正文、没有标点的短行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a short numbered line between paragraphs</source>
      <translation>段落之间带序号的短行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>a summary between the headline and the text</source>
      <translation>主题与正文之间的提要</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>an invisible character; it is set without width</source>
      <translation>不可见字符，排版时不占宽度</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>an item of a list</source>
      <translation>列表中的一项</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>an ornament or rule between parts</source>
      <translation>各部分之间的花线</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>asks for a variant of the character before it; it is shown where the face has it</source>
      <translation>异体字选择符，字体有该异体时才显示</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>describes a scene, beside the text</source>
      <translation>在正文之外描写一个画面</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>full-width brackets in Chinese text</source>
      <translation>中文里用全角括号</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>full-width mark in Chinese text</source>
      <translation>中文里用全角标点</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>half of a character; it is shown as a box</source>
      <translation>半个字符，以方框显示</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>names of the people who wrote this</source>
      <translation>作者姓名</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>names of the writers after the text</source>
      <translation>文末的作者姓名</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>names who made the picture</source>
      <translation>写明图片作者</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>opens like a note of the editors</source>
      <translation>开头像编者按</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>opens with a speaker or a question</source>
      <translation>以说话人或提问开头</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>page furniture: paper, date, page or editors</source>
      <translation>报名、日期、版次或编辑等报眉内容</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>says on which page the text goes on or comes from</source>
      <translation>说明下转或上接哪一版</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>says that it describes a picture</source>
      <translation>写明是图片说明</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>stands under the heading of a box</source>
      <translation>位于加框栏目的标题之下</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the file labels it so</source>
      <translation>文件里这样标注</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the first paragraph of the text</source>
      <translation>正文第一段</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the leading short line at the top of the story</source>
      <translation>稿件开头最醒目的短行</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the paper or agency that opens the report</source>
      <translation>开头的报社或通讯社</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the text behind the dateline</source>
      <translation>电头后面的文字</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>the text goes on here</source>
      <translation>正文由此继续</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>{reason} (U+{code})</source>
      <translation>{reason}（U+{code}）</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>{reason}; {count} in a row</source>
      <translation>{reason}（连续{count}个）</translation>
    </message>
    <message>
      <location filename="desktop/recognise/reasons.py" />
      <source>{reason}; {count} more of them further on</source>
      <translation>{reason}；后文另有{count}个</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: a folder has that name.</source>
      <translation>{file} 没有写入：已有同名文件夹。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: it is no ordinary file. Choose another place.</source>
      <translation>{file} 没有写入：它不是普通文件，请换个位置。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: it is protected. Choose another place.</source>
      <translation>{file} 没有写入：它受保护，请换个位置。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: it or its folder may not be changed, or another program has it open. Save it elsewhere. The file on disk is as it was.</source>
      <translation>{file} 没有写入：文件或文件夹不可更改，或正被别的程序打开。请存到别处。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: the disk can only be read. Save it elsewhere. The file on disk is as it was.</source>
      <translation>{file} 没有写入：磁盘只读。请存到别处。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: the disk is full. Make room and save again. The file on disk is as it was.</source>
      <translation>{file} 没有写入：磁盘已满。请腾出空间再存。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: the name is too long. Choose a shorter one.</source>
      <translation>{file} 没有写入：名称太长，请换短一些的。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: there is no such folder.</source>
      <translation>{file} 没有写入：没有这个文件夹。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: your share of the disk is used up. The file on disk is as it was.</source>
      <translation>{file} 没有写入：您的磁盘配额已用完。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="desktop/replacing.py" />
      <source>{file} was not written: {why}. The file on disk is as it was.</source>
      <translation>{file} 没有写入：{why}。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>A frame for every section</source>
      <translation>每节一框</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>All as it stands, mirrored</source>
      <translation>整版左右翻转</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>By role</source>
      <translation>按角色</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>In the layout “{name}”</source>
      <translation>用版式“{name}”</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>One text through all frames</source>
      <translation>全文通排各框</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>Pictures at the other side</source>
      <translation>图片换到另一边</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>Pictures at the other side, a frame for every section</source>
      <translation>图片换到另一边，每节一框</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>Pictures exchanged</source>
      <translation>图片对调</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>Sections the other way round</source>
      <translation>小节左右对调</translation>
    </message>
    <message>
      <location filename="desktop/session/alternatives.py" />
      <source>The longest section in the widest place</source>
      <translation>最长的小节放最宽处</translation>
    </message>
    <message>
      <location filename="desktop/session/autosave.py" />
      <source>Recover unsaved work</source>
      <translation>恢复未存盘的工作</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>Accept changes</source>
      <translation>接受改动</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>Add article</source>
      <translation>添加稿件</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>Edit folio</source>
      <translation>修改报眉</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>Refuse changes</source>
      <translation>拒绝改动</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>The article is in the edition already.</source>
      <translation>这篇稿件已在版面中。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/articles.py" />
      <source>There is no change {id} any more.</source>
      <translation>已没有改动 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>A picture and text cannot change places.</source>
      <translation>图片和文字不能互换位置。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Assign element</source>
      <translation>排入稿件</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Assign {count} elements</source>
      <translation>排入 {count} 个成分</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Cut thread</source>
      <translation>断开文字流</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Swap contents</source>
      <translation>互换内容</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Take off the page</source>
      <translation>撤下版面</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>The page has no such frames: {first}, {second}.</source>
      <translation>版面上没有这两个版块：{first}、{second}。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/assign.py" />
      <source>Thread frames</source>
      <translation>连接文字流</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/characters.py" />
      <source>Change face</source>
      <translation>改字体</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/characters.py" />
      <source>Take the face back</source>
      <translation>字体还原</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/characters.py" />
      <source>The selection reaches over several articles. Change the face in one after the other.</source>
      <translation>所选文字跨了几篇稿件，请逐篇改字体。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/copyfit.py" />
      <source>Copyfit</source>
      <translation>齐版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/copyfit.py" />
      <source>Copyfit with {count} cuts</source>
      <translation>齐版，删去 {count} 处</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/copyfit.py" />
      <source>Take copyfit back</source>
      <translation>撤去齐版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Bring to front</source>
      <translation>移到最前</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Change the frame's look</source>
      <translation>改变框的外观</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Delete frame</source>
      <translation>删除框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Draw frame</source>
      <translation>画框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Duplicate frame</source>
      <translation>复制框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Group frames</source>
      <translation>编组</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Lock frame</source>
      <translation>锁定框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Move frame</source>
      <translation>移动框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Send to back</source>
      <translation>移到最后</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Ungroup frames</source>
      <translation>取消编组</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>Unlock frame</source>
      <translation>解锁框</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>“{frame}” is locked. Unlock it first.</source>
      <translation>“{frame}”已锁定，请先解锁。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>“{frame}” is part of the layout; only frames that were drawn change their look.</source>
      <translation>“{frame}”是版式的一部分；只有画出来的框能改外观。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/frames.py" />
      <source>“{frame}” stands in the layout; lift it out before it is copied.</source>
      <translation>“{frame}”在版式里；先让它脱离版位再复制。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/freestanding.py" />
      <source>Change runaround</source>
      <translation>更改绕排</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/freestanding.py" />
      <source>Move picture</source>
      <translation>移动图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/freestanding.py" />
      <source>Put picture back</source>
      <translation>图片放回版位</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/freestanding.py" />
      <source>Text cannot keep less than no distance from a picture.</source>
      <translation>文字与图片的距离不能小于零。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>A text goes on on a later page only.</source>
      <translation>文字只能转到后面的版面。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>Another text goes on in “{frame}” already.</source>
      <translation>“{frame}”已经接排另一篇文字。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>Continue on another page</source>
      <translation>转版续排</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>End the continuation</source>
      <translation>取消转版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>No text that could go on runs through “{frame}”.</source>
      <translation>“{frame}”里没有可以转版的文字。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/jumps.py" />
      <source>Text cannot run on through “{frame}”; it takes what stands in one place.</source>
      <translation>文字不能流经“{frame}”；那里只放独立的内容。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>A frame is 1 to {most} lines high, not {lines}.</source>
      <translation>版块高 1 至 {most} 行，不能是 {lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Assign automatically</source>
      <translation>自动排入</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Assign: {what}</source>
      <translation>分派：{what}</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change date</source>
      <translation>修改日期</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change grid</source>
      <translation>改版心</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change height</source>
      <translation>修改高度</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change layout</source>
      <translation>更换版式</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change line-break rules</source>
      <translation>更改断行规则</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Change page number</source>
      <translation>修改版次</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Discard picture</source>
      <translation>删除图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Place picture</source>
      <translation>放置图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Remove picture</source>
      <translation>移除图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>Some of the text stands on another page by now.</source>
      <translation>有的文字已经排到别的版上了。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>The page has no frame {id} any more.</source>
      <translation>版面上已没有版块 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pages.py" />
      <source>“{frame}” is a place for text; a picture cannot stand in it.</source>
      <translation>“{frame}”是文字位，不能放图片。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/paragraphs.py" />
      <source>Change paragraph style</source>
      <translation>改段落样式</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/paragraphs.py" />
      <source>The house style has no paragraph style “{name}”.</source>
      <translation>本报样式里没有段落样式“{name}”。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/paragraphs.py" />
      <source>The house style has no variant “{name}”.</source>
      <translation>本报样式里没有排版变体“{name}”。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pictures.py" />
      <source>Crop picture</source>
      <translation>裁切图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pictures.py" />
      <source>Relink picture</source>
      <translation>重新链接图片</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/pictures.py" />
      <source>“{frame}” has no picture to be relinked.</source>
      <translation>“{frame}”里没有可以重新链接的图片。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>Add page</source>
      <translation>加一版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>An edition has one page at least. Add another one before you remove this one.</source>
      <translation>至少要有一个版。请先加一版，再删去这一版。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>Move page</source>
      <translation>移动版面</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>Move story to another page</source>
      <translation>整篇移到别的版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>Move text to another page</source>
      <translation>部分文字移到另一版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>Remove page</source>
      <translation>删去本版</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/sheets.py" />
      <source>There is no story {id} any more.</source>
      <translation>稿件 {id} 已不在了。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Change order</source>
      <translation>调整顺序</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Change role</source>
      <translation>修改成分</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Join sentence</source>
      <translation>接上断句</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Merge elements</source>
      <translation>合并</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Move to another story</source>
      <translation>移到另一篇</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/structure.py" />
      <source>Split element</source>
      <translation>拆分</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Cut text</source>
      <translation>剪切文字</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Delete text</source>
      <translation>删除文字</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Move text</source>
      <translation>移动文字</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Paste text</source>
      <translation>粘贴文字</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Replace text</source>
      <translation>替换文字</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>The end of a selection cannot stand before its beginning.</source>
      <translation>所选文字的末尾不能在开头之前。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>The text of two articles cannot be changed at once. Select text of one.</source>
      <translation>两篇稿件的文字不能一起改。请只选一篇的文字。</translation>
    </message>
    <message>
      <location filename="desktop/session/commands/typing.py" />
      <source>Type text</source>
      <translation>写入文字</translation>
    </message>
    <message>
      <location filename="desktop/session/flows.py" />
      <source>The page has no such thread of frames: {frames}.</source>
      <translation>版面上没有这样的文字流：{frames}。</translation>
    </message>
    <message>
      <location filename="desktop/session/flows.py" />
      <source>There is no page {id} any more.</source>
      <translation>已没有版面 {id}。</translation>
    </message>
    <message>
      <location filename="desktop/session/flows.py" />
      <source>Two texts from other pages cannot go on in one thread.</source>
      <translation>两篇转版的文字不能接排在同一串框里。</translation>
    </message>
    <message>
      <location filename="desktop/session/flows.py" />
      <source>“{frame}” is a place for a picture; text cannot stand in it.</source>
      <translation>“{frame}”是图片位，不能放文字。</translation>
    </message>
    <message>
      <location filename="desktop/session/freestanding.py" />
      <source>The edition has no page yet.</source>
      <translation>还没有版面。</translation>
    </message>
    <message>
      <location filename="desktop/session/freestanding.py" />
      <source>{columns} × {lines} at column {column}, line {line}</source>
      <translation>{columns} 栏 × {lines} 行，起于第 {column} 栏第 {line} 行</translation>
    </message>
    <message>
      <location filename="desktop/session/freestanding.py" />
      <source>{columns} × {lines} at column {column}, line {line} · pushes out {count} characters</source>
      <translation>{columns} 栏 × {lines} 行，起于第 {column} 栏第 {line} 行 · 挤出 {count} 字</translation>
    </message>
    <message>
      <location filename="desktop/session/jobs.py" />
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>All the text fits.</source>
      <translation>文字全部排得下。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>Each of the {count} sections has a frame of its own.</source>
      <translation>{count} 个小节各有一框。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>Every picture has its place: {count}.</source>
      <translation>{count} 张图片都有图位。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>Pictures take {percent} of the type area.</source>
      <translation>图片占版心 {percent}。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>The text brings {count} pictures, places there are {places}.</source>
      <translation>稿件有 {count} 张图片，版式只有 {places} 个图位。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>There is room for {count} pictures more.</source>
      <translation>还空着 {count} 个图位。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{chars} characters, {lines} lines, find no room.</source>
      <translation>溢出 {chars} 字、{lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{count} articles have no place for a head of their own.</source>
      <translation>{count} 篇稿件没有自己的标题位。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{count} elements stand in a frame that is meant for others.</source>
      <translation>{count} 项排在别的内容的框里。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{count} frames for text stay empty.</source>
      <translation>{count} 个正文框空着。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{count} pictures or elements find no place.</source>
      <translation>{count} 项内容没有位置。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{count} sections stand in {frames} frames.</source>
      <translation>{count} 个小节排在 {frames} 个框里。</translation>
    </message>
    <message>
      <location filename="desktop/session/judging.py" />
      <source>{lines} lines stay empty.</source>
      <translation>空 {lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>From here on {count} characters find no room in “{frame}”.</source>
      <translation>从这里起，“{frame}”溢出 {count} 字。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>It does not stand with its picture any more.</source>
      <translation>已不和它的图片排在一起。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The layout has no frame for it; it is unplaced.</source>
      <translation>版式里没有收它的框，现为未排。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The layout has no place for this advertisement; it is still among the edition’s pictures.</source>
      <translation>版式里没有这则广告的位置；文件仍在本期图片中。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The layout has no place for this picture; it is still among the edition’s pictures.</source>
      <translation>版式里没有这张图片的位置；图片仍在本期图片中。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The layout has no place of its own for it; it stands in “{frame}”.</source>
      <translation>版式里没有它的位置，暂排在“{frame}”。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The text does not go on on page {page} any more.</source>
      <translation>文字不再下转第 {page} 版。</translation>
    </message>
    <message>
      <location filename="desktop/session/leftovers.py" />
      <source>The text of page {page} has no frame to go on in on this page.</source>
      <translation>第 {page} 版的文字在本版没有框可接。</translation>
    </message>
    <message>
      <location filename="desktop/session/measuring.py" />
      <source>“{text}” is no length. Write a number, or one with 字 or mm behind it.</source>
      <translation>“{text}”不是长度。请填数字，或在后面加“字”“mm”。</translation>
    </message>
    <message>
      <location filename="desktop/session/ownlayouts.py" />
      <source>A layout needs a name.</source>
      <translation>版式要有名字。</translation>
    </message>
    <message>
      <location filename="desktop/session/ownlayouts.py" />
      <source>The folder of layouts cannot be made: {why}.</source>
      <translation>不能建立版式文件夹：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/session/ownlayouts.py" />
      <source>The layout cannot be removed: {why}.</source>
      <translation>不能移除版式：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/session/ownlayouts.py" />
      <source>“{name}” comes with Banxin and stays as it is; take another name.</source>
      <translation>“{name}”是软件自带的版式，不能改；请换一个名字。</translation>
    </message>
    <message>
      <location filename="desktop/session/preview.py" />
      <source>+{chars} characters, {over} lines</source>
      <translation>+{chars} 字，{over} 行</translation>
    </message>
    <message>
      <location filename="desktop/session/preview.py" />
      <source>Does not go here</source>
      <translation>不能放在这里</translation>
    </message>
    <message>
      <location filename="desktop/session/preview.py" />
      <source>Fits</source>
      <translation>合适</translation>
    </message>
    <message>
      <location filename="desktop/session/preview.py" />
      <source>{short} lines short</source>
      <translation>差 {short} 行</translation>
    </message>
    <message>
      <location filename="desktop/session/recovery.py" />
      <source>Another window has this copy open already.</source>
      <translation>另一个窗口已经打开了这份备份。</translation>
    </message>
    <message>
      <location filename="desktop/session/recovery.py" />
      <source>No copy for recovery can be kept in {folder}: {why}. Save your work.</source>
      <translation>无法在 {folder} 保存恢复备份：{why}。请尽快存盘。</translation>
    </message>
    <message>
      <location filename="desktop/session/recovery.py" />
      <source>The copy for recovery of “{name}” is not there any more.</source>
      <translation>“{name}”的恢复副本已经不在了。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>A grid has at least one column, one character in it and one line.</source>
      <translation>版心至少要有一栏、一字、一行。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>Lines closer than the size of the body text would overlap.</source>
      <translation>行距小于正文字号，行会相叠。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>The columns are {width} wide together, the sheet is {sheet}: take fewer or narrower ones.</source>
      <translation>各栏共宽 {width}，纸宽 {sheet}：请减栏或改窄。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>The frames of the layout need at least {needed} lines.</source>
      <translation>版式里的框至少要 {needed} 行。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>The layout has {needed} frames beside each other; so many columns it needs.</source>
      <translation>版式里有 {needed} 个框并排，至少要 {needed} 栏。</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>The layout would not hold together: {why}</source>
      <translation>这样改版式不成立：{why}</translation>
    </message>
    <message>
      <location filename="desktop/session/regrid.py" />
      <source>The lines end {over} below the foot of the sheet: take fewer, or begin higher.</source>
      <translation>行超出纸面 {over}：请减行，或把天头改小。</translation>
    </message>
    <message>
      <location filename="desktop/session/searching.py" />
      <source>Replace {count} times</source>
      <translation>替换 {count} 处</translation>
    </message>
    <message>
      <location filename="desktop/session/searching.py" />
      <source>The regular expression breaks off at its character {at}: {why}.</source>
      <translation>正则表达式在第 {at} 个字符处写得不对：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/session/searching.py" />
      <source>What is to be put in cannot be read: {why}.</source>
      <translation>要替换成的内容写得不对：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/session/session.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="desktop/session/session.py" />
      <source>The edition has no file yet; name one.</source>
      <translation>版面还没有文件名，请先指定。</translation>
    </message>
    <message>
      <location filename="desktop/session/tiling.py" />
      <source>The overlap leaves no room on the paper.</source>
      <translation>搭边太宽，纸上没有余地了。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>The main picture stands at the left.</source>
      <translation>主图在左。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>The main picture stands at the right.</source>
      <translation>主图在右。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>The main picture stands in the middle.</source>
      <translation>主图居中。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>The sections are not read in the order of the text.</source>
      <translation>小节的顺序和稿件不同。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>The sections are read in the order of the text.</source>
      <translation>小节按稿件的顺序。</translation>
    </message>
    <message>
      <location filename="desktop/session/weighing.py" />
      <source>{frame}: {sections}</source>
      <translation>{frame}：{sections}</translation>
    </message>
    <message>
      <location filename="desktop/settings/store.py" />
      <source>The settings were not saved in {folder}: {why}.</source>
      <translation>设置没有存到 {folder}：{why}。</translation>
    </message>
    <message>
      <location filename="desktop/ui/flipping.py" />
      <source>As it is now</source>
      <translation>现在的样子</translation>
    </message>
    <message>
      <location filename="desktop/ui/guarding.py" />
      <source>Reload</source>
      <translation>重新载入</translation>
    </message>
    <message>
      <location filename="desktop/ui/keysheet.py" />
      <source>Nothing was printed: {name} does not answer.</source>
      <translation>没有打印：{name} 没有响应。</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Join the sentence “{text}”</source>
      <translation>接上断句“{text}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Make “{text}” a {role}</source>
      <translation>把“{text}”改为{role}</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Merge “{text}” with what follows</source>
      <translation>把“{text}”与后文合并</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Move “{text}” in the article</source>
      <translation>在稿件里移动“{text}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Put “{text}” into “{slot}”</source>
      <translation>把“{text}”放进“{slot}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Split “{text}”</source>
      <translation>拆分“{text}”</translation>
    </message>
    <message>
      <location filename="desktop/ui/steps.py" />
      <source>Take “{text}” off the page</source>
      <translation>把“{text}”撤下版面</translation>
    </message>
    <message>
      <location filename="desktop/ui/versions.py" />
      <source>Go back to the previous version</source>
      <translation>退回上一版本</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;copyfit&gt; names each lever once; &lt;{tag}&gt; is one too many.</source>
      <translation>{file} 第 {line} 行：&lt;copyfit&gt; 中每种手段只写一次；多了一个 &lt;{tag}&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;faces&gt; names no face for {roles}.</source>
      <translation>{file} 第 {line} 行：&lt;faces&gt; 没有为 {roles} 指定字体。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;frame&gt; fills the slot “{slot}”, which the layout lacks.</source>
      <translation>{file} 第 {line} 行：&lt;frame&gt; 对应的位置“{slot}”不在版式中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;grid&gt; says {name}=“{count}”; it can be {most} at most.</source>
      <translation>{file} 第 {line} 行：&lt;grid&gt; 的 {name}=“{count}” 太大；最多 {most}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;hanging&gt; says by=“{word}”; a mark hangs by half an em at most.</source>
      <translation>{file} 第 {line} 行：&lt;hanging&gt; 写着 by=“{word}”；标点最多悬挂半个字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;kinsoku&gt; extends “{base}”, which must stand before it.</source>
      <translation>{file} 第 {line} 行：&lt;kinsoku&gt; 扩展的“{base}”必须写在它前面。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;layout&gt; lacks its &lt;stack&gt;.</source>
      <translation>{file} 第 {line} 行：&lt;layout&gt; 缺少 &lt;stack&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;page&gt; is laid out by {part}, which the package lacks.</source>
      <translation>{file} 第 {line} 行：&lt;page&gt; 所用的版式 {part} 不在版面文件中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;paragraph&gt; says sizes=“{word}”; write sizes from large to small, for example 小二 16 12.</source>
      <translation>{file} 第 {line} 行：&lt;paragraph&gt; 写着 sizes=“{word}”；字号请从大到小写，如 小二 16 12。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;slot&gt; says tint=“{word}”; it can be 0 (none) to 1 (solid).</source>
      <translation>{file} 第 {line} 行：&lt;slot&gt; 的 tint=“{word}” 不行；可为 0（无）至 1（实地）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;story&gt; has the source “{id}”, which the package lacks.</source>
      <translation>{file} 第 {line} 行：&lt;story&gt; 的原稿“{id}”不在版面文件中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;through&gt; names the frame “{frame}”, which the page lacks.</source>
      <translation>{file} 第 {line} 行：&lt;through&gt; 所指的框“{frame}”版上没有。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;typography&gt; lacks &lt;kinsoku&gt; for {levels}.</source>
      <translation>{file} 第 {line} 行：&lt;typography&gt; 缺少 {levels} 的 &lt;kinsoku&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; asks for the variant “{id}”, which the house style lacks.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 要用排版变体“{id}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; covers {start} to {end}, but its source has {length} characters.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 覆盖 {start} 至 {end}，而原稿只有 {length} 字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; has an escape that names no character.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 有一个不代表任何字符的转义。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; has two paragraph styles for {role}; one of them belongs into &lt;further&gt;.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 为 {role} 写了两个段落样式；其中一个应放进 &lt;further&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; has values that cannot be read.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 有无法读取的值。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; is empty; put a &lt;slot&gt; into it.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 是空的，请放入 &lt;slot&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; lacks a &lt;paragraph&gt; for {roles}.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 缺少 {roles} 的 &lt;paragraph&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; lacks its &lt;{child}&gt;.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 缺少 &lt;{child}&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; lacks {name}=“…”.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 缺少 {name}=“…”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says before=“{before}”, but the grid has {lines} lines.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 的 before=“{before}” 太大，版心只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says lines=“{word}”; write 6, auto, auto 4..20, 10.. or 10..40.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写着 lines=“{word}”；请写 6、auto、auto 4..20、10.. 或 10..40。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {least}=“{low}” and {most}=“{high}”, which leaves nothing between.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写了 {least}=“{low}” 和 {most}=“{high}”，中间没有余地。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a length; write for example 9pt, 273mm or 小五.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，不是长度；请写 9pt、273mm 或 小五。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a number such as 0.5 or 1/3.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，应为 0.5 或 1/3 这样的数。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a whole number from {least}.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，应为不小于 {least} 的整数。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”; it can be {least}pt to {most}pt.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 的 {name}=“{word}” 不行；可为 {least}pt 至 {most}pt。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”; there is no such {words}. Known: {known}.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，没有这样的{words}。可用：{known}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: &lt;{tag}&gt; takes columns {first} to {last}, but its parent has {low} to {high}.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 占第 {first} 至 {last} 栏，而上级只有 {low} 至 {high}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: slot “{id}” asks for the paragraph style “{name}”, which the house style lacks; nearest are {near}.</source>
      <translation>{file} 第 {line} 行：版位“{id}”要用段落样式“{name}”，本报样式里没有；相近的有 {near}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: slot “{id}” cannot break its {columns} columns into {into}: they hold {room} characters.</source>
      <translation>{file} 第 {line} 行：版位“{id}”的 {columns} 栏破不成 {into} 栏：总共只有 {room} 字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: slot “{id}” continues in “{target}”, which is set in the other direction.</source>
      <translation>{file} 第 {line} 行：版位“{id}”续接的“{target}”排向不同。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: slot “{id}” says writing=“vertical”; only {kinds} slots can.</source>
      <translation>{file} 第 {line} 行：版位“{id}” 写了 writing=“vertical”；只有 {kinds} 版位可以竖排。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: slot “{id}” says {name}=“{target}”; there is no other {kind} slot of that id.</source>
      <translation>{file} 第 {line} 行：位置“{id}”写着 {name}=“{target}”，但没有这样的另一个 {kind} 位置。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: standard=“{word}” needs a &lt;condition&gt;: ink and paper.</source>
      <translation>{file} 第 {line} 行：standard=“{word}”还要写上 &lt;condition&gt;：用什么墨、什么纸。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the children of this &lt;row&gt; take {sum} columns together, but it has {columns}.</source>
      <translation>{file} 第 {line} 行：这个 &lt;row&gt; 的下级共占 {sum} 栏，而它有 {columns} 栏。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the file begins with &lt;{tag}&gt;; a house style begins with &lt;style&gt;.</source>
      <translation>{file} 第 {line} 行：文件以 &lt;{tag}&gt; 开头；报社样式应以 &lt;style&gt; 开头。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the file begins with &lt;{tag}&gt;; a layout begins with &lt;layout&gt;.</source>
      <translation>{file} 第 {line} 行：文件以 &lt;{tag}&gt; 开头；版式应以 &lt;layout&gt; 开头。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the furniture slot “{id}” follows its content; say lines=“2”.</source>
      <translation>{file} 第 {line} 行：版位“{id}”在版心之外，高度不能随内容；请写 lines=“2”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the furniture “{id}” does not lie on the sheet.</source>
      <translation>{file} 第 {line} 行：“{id}”超出纸张。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the furniture “{id}” overlaps “{other}”.</source>
      <translation>{file} 第 {line} 行：“{id}”与“{other}”重叠。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the furniture “{id}” takes lines {first} to {last} of the page; it stands above or below.</source>
      <translation>{file} 第 {line} 行：“{id}”占第 {first} 至 {last} 行，侵入版心；它应在版心之上或之下。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the package lacks its part {part}.</source>
      <translation>{file} 第 {line} 行：版面文件缺少 {part}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the pitch of &lt;grid&gt; is less than its body: lines would overlap.</source>
      <translation>{file} 第 {line} 行：&lt;grid&gt; 的行距小于正文字号，行会相叠。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the slots of &lt;{tag}&gt; need at least {needed} lines, but it says lines=“{most}”.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 的各版块至少需要 {needed} 行，却写着 lines=“{most}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the slots of &lt;{tag}&gt; need at least {needed} lines, but the grid has {lines}.</source>
      <translation>{file} 第 {line} 行：&lt;{tag}&gt; 的各版块至少需要 {needed} 行，而网格只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the thread from slot “{id}” comes back to it.</source>
      <translation>{file} 第 {line} 行：从位置“{id}”出发的文字流又回到了它。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: the type area of &lt;grid&gt;, {width} × {height}, {top} below the top, leaves the sheet, {wide} × {high}.</source>
      <translation>{file} 第 {line} 行：&lt;grid&gt; 的版心 {width} × {height}（上边距 {top}）超出纸张 {wide} × {high}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: this edition was saved by a newer version of Banxin (format {version}); update to open it.</source>
      <translation>{file} 第 {line} 行：这个版面由新版版心保存（格式 {version}），请升级后打开。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: this house style needs a newer version of the program (format {version}).</source>
      <translation>{file} 第 {line} 行：这个报社样式需要新版程序（格式 {version}）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: this layout needs a newer version of the program (format {v}).</source>
      <translation>{file} 第 {line} 行：这个版式需要新版程序（格式 {v}）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: two flows run through the frame “{frame}”.</source>
      <translation>{file} 第 {line} 行：框“{frame}”里有两股文字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: two paragraph styles have the name “{name}”.</source>
      <translation>{file} 第 {line} 行：有两个段落样式都叫“{name}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: two slots continue in “{target}”.</source>
      <translation>{file} 第 {line} 行：有两个位置都接到“{target}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: two slots have the id “{id}”.</source>
      <translation>{file} 第 {line} 行：有两个位置的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: two variants have the id “{id}”.</source>
      <translation>{file} 第 {line} 行：有两个排版变体的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: {part} is not as it was saved; the package was damaged or changed by another program.</source>
      <translation>{file} 第 {line} 行：{part} 与保存时不同；文件已损坏，或被别的程序改动。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{file}, line {line}: {what}.</source>
      <translation>{file} 第 {line} 行：{what}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: There is no file {file}.</source>
      <translation>{package}：没有文件 {file}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} cannot be read: {why}.</source>
      <translation>{package}：无法读取 {file}：{why}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} has a DOCTYPE, which is not accepted; remove it.</source>
      <translation>{package}：{file} 含有 DOCTYPE，不予接受，请删去。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} has a part named “{part}” and was not opened.</source>
      <translation>{package}：{file} 含有名为“{part}”的部分，没有打开。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is a folder, not a file.</source>
      <translation>{package}：{file} 是文件夹，不是文件。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is a folder, not an edition.</source>
      <translation>{package}：{file} 是文件夹，不是版面文件。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is damaged or is no Banxin edition; its backup is {file}.bak, where there is one.</source>
      <translation>{package}：{file} 已损坏，或不是版心的版面文件；如有备份，是 {file}.bak。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is not UTF-8.</source>
      <translation>{package}：{file} 不是 UTF-8 编码。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is not a Banxin edition.</source>
      <translation>{package}：{file} 不是版心的版面文件。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is not a list of fonts.</source>
      <translation>{package}：{file} 不是字体清单。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} is too large: {most} MB at most.</source>
      <translation>{package}：{file} 太大：最多 {most} MB。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} may not be read.</source>
      <translation>{package}：没有读取 {file} 的权限。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} unpacks to more than an edition can hold.</source>
      <translation>{package}：{file} 解开后超出版面文件的容量。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was composed otherwise when it was saved: the fonts are others, or the rules are newer. Look it over.</source>
      <translation>{package}：{file} 现在排出来与保存时不同：字体变了，或规则更新了。请再看一遍。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: a folder has that name.</source>
      <translation>{package}：{file} 没有写入：已有同名文件夹。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: it is no ordinary file. Choose another place.</source>
      <translation>{package}：{file} 没有写入：它不是普通文件，请换个位置。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: it is protected. Choose another place.</source>
      <translation>{package}：{file} 没有写入：它受保护，请换个位置。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: it or its folder may not be changed, or another program has it open. Save it elsewhere. The file on disk is as it was.</source>
      <translation>{package}：{file} 没有写入：文件或文件夹不可更改，或正被别的程序打开。请存到别处。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: the disk can only be read. Save it elsewhere. The file on disk is as it was.</source>
      <translation>{package}：{file} 没有写入：磁盘只读。请存到别处。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: the disk is full. Make room and save again. The file on disk is as it was.</source>
      <translation>{package}：{file} 没有写入：磁盘已满。请腾出空间再存。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: the name is too long. Choose a shorter one.</source>
      <translation>{package}：{file} 没有写入：名称太长，请换短一些的。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: there is no such folder.</source>
      <translation>{package}：{file} 没有写入：没有这个文件夹。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: your share of the disk is used up. The file on disk is as it was.</source>
      <translation>{package}：{file} 没有写入：您的磁盘配额已用完。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file} was not written: {why}. The file on disk is as it was.</source>
      <translation>{package}：{file} 没有写入：{why}。磁盘上的原文件未变。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: </source>
      <translation>{package}：{file} 第 {line} 行：</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;copyfit&gt; names each lever once; &lt;{tag}&gt; is one too many.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;copyfit&gt; 中每种手段只写一次；多了一个 &lt;{tag}&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;faces&gt; names no face for {roles}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;faces&gt; 没有为 {roles} 指定字体。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;frame&gt; fills the slot “{slot}”, which the layout lacks.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;frame&gt; 对应的位置“{slot}”不在版式中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;grid&gt; says {name}=“{count}”; it can be {most} at most.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;grid&gt; 的 {name}=“{count}” 太大；最多 {most}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;hanging&gt; says by=“{word}”; a mark hangs by half an em at most.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;hanging&gt; 写着 by=“{word}”；标点最多悬挂半个字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;kinsoku&gt; extends “{base}”, which must stand before it.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;kinsoku&gt; 扩展的“{base}”必须写在它前面。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;layout&gt; lacks its &lt;stack&gt;.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;layout&gt; 缺少 &lt;stack&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;page&gt; is laid out by {part}, which the package lacks.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;page&gt; 所用的版式 {part} 不在版面文件中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;paragraph&gt; says sizes=“{word}”; write sizes from large to small, for example 小二 16 12.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;paragraph&gt; 写着 sizes=“{word}”；字号请从大到小写，如 小二 16 12。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;slot&gt; says tint=“{word}”; it can be 0 (none) to 1 (solid).</source>
      <translation>{package}：{file} 第 {line} 行：&lt;slot&gt; 的 tint=“{word}” 不行；可为 0（无）至 1（实地）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;story&gt; has the source “{id}”, which the package lacks.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;story&gt; 的原稿“{id}”不在版面文件中。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;through&gt; names the frame “{frame}”, which the page lacks.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;through&gt; 所指的框“{frame}”版上没有。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;typography&gt; lacks &lt;kinsoku&gt; for {levels}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;typography&gt; 缺少 {levels} 的 &lt;kinsoku&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; asks for the variant “{id}”, which the house style lacks.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 要用排版变体“{id}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; covers {start} to {end}, but its source has {length} characters.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 覆盖 {start} 至 {end}，而原稿只有 {length} 字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; has an escape that names no character.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 有一个不代表任何字符的转义。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; has two paragraph styles for {role}; one of them belongs into &lt;further&gt;.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 为 {role} 写了两个段落样式；其中一个应放进 &lt;further&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; has values that cannot be read.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 有无法读取的值。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; is empty; put a &lt;slot&gt; into it.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 是空的，请放入 &lt;slot&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; lacks a &lt;paragraph&gt; for {roles}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 缺少 {roles} 的 &lt;paragraph&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; lacks its &lt;{child}&gt;.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 缺少 &lt;{child}&gt;。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; lacks {name}=“…”.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 缺少 {name}=“…”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says before=“{before}”, but the grid has {lines} lines.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 的 before=“{before}” 太大，版心只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says lines=“{word}”; write 6, auto, auto 4..20, 10.. or 10..40.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写着 lines=“{word}”；请写 6、auto、auto 4..20、10.. 或 10..40。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {least}=“{low}” and {most}=“{high}”, which leaves nothing between.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写了 {least}=“{low}” 和 {most}=“{high}”，中间没有余地。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a length; write for example 9pt, 273mm or 小五.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，不是长度；请写 9pt、273mm 或 小五。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a number such as 0.5 or 1/3.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，应为 0.5 或 1/3 这样的数。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”, which is not a whole number from {least}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，应为不小于 {least} 的整数。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”; it can be {least}pt to {most}pt.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 的 {name}=“{word}” 不行；可为 {least}pt 至 {most}pt。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; says {name}=“{word}”; there is no such {words}. Known: {known}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 写着 {name}=“{word}”，没有这样的{words}。可用：{known}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: &lt;{tag}&gt; takes columns {first} to {last}, but its parent has {low} to {high}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 占第 {first} 至 {last} 栏，而上级只有 {low} 至 {high}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: elements are nested more than {most} deep.</source>
      <translation>{package}：{file} 第 {line} 行：嵌套超过 {most} 层。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: not well-formed XML: {what}.</source>
      <translation>{package}：{file} 第 {line} 行：XML 格式有误：{what}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: slot “{id}” asks for the paragraph style “{name}”, which the house style lacks; nearest are {near}.</source>
      <translation>{package}：{file} 第 {line} 行：版位“{id}”要用段落样式“{name}”，本报样式里没有；相近的有 {near}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: slot “{id}” cannot break its {columns} columns into {into}: they hold {room} characters.</source>
      <translation>{package}：{file} 第 {line} 行：版位“{id}”的 {columns} 栏破不成 {into} 栏：总共只有 {room} 字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: slot “{id}” continues in “{target}”, which is set in the other direction.</source>
      <translation>{package}：{file} 第 {line} 行：版位“{id}”续接的“{target}”排向不同。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: slot “{id}” says writing=“vertical”; only {kinds} slots can.</source>
      <translation>{package}：{file} 第 {line} 行：版位“{id}” 写了 writing=“vertical”；只有 {kinds} 版位可以竖排。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: slot “{id}” says {name}=“{target}”; there is no other {kind} slot of that id.</source>
      <translation>{package}：{file} 第 {line} 行：位置“{id}”写着 {name}=“{target}”，但没有这样的另一个 {kind} 位置。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: standard=“{word}” needs a &lt;condition&gt;: ink and paper.</source>
      <translation>{package}：{file} 第 {line} 行：standard=“{word}”还要写上 &lt;condition&gt;：用什么墨、什么纸。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the children of this &lt;row&gt; take {sum} columns together, but it has {columns}.</source>
      <translation>{package}：{file} 第 {line} 行：这个 &lt;row&gt; 的下级共占 {sum} 栏，而它有 {columns} 栏。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the file begins with &lt;{tag}&gt;; a house style begins with &lt;style&gt;.</source>
      <translation>{package}：{file} 第 {line} 行：文件以 &lt;{tag}&gt; 开头；报社样式应以 &lt;style&gt; 开头。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the file begins with &lt;{tag}&gt;; a layout begins with &lt;layout&gt;.</source>
      <translation>{package}：{file} 第 {line} 行：文件以 &lt;{tag}&gt; 开头；版式应以 &lt;layout&gt; 开头。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the furniture slot “{id}” follows its content; say lines=“2”.</source>
      <translation>{package}：{file} 第 {line} 行：版位“{id}”在版心之外，高度不能随内容；请写 lines=“2”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the furniture “{id}” does not lie on the sheet.</source>
      <translation>{package}：{file} 第 {line} 行：“{id}”超出纸张。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the furniture “{id}” overlaps “{other}”.</source>
      <translation>{package}：{file} 第 {line} 行：“{id}”与“{other}”重叠。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the furniture “{id}” takes lines {first} to {last} of the page; it stands above or below.</source>
      <translation>{package}：{file} 第 {line} 行：“{id}”占第 {first} 至 {last} 行，侵入版心；它应在版心之上或之下。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the package lacks its part {part}.</source>
      <translation>{package}：{file} 第 {line} 行：版面文件缺少 {part}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the pitch of &lt;grid&gt; is less than its body: lines would overlap.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;grid&gt; 的行距小于正文字号，行会相叠。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the slots of &lt;{tag}&gt; need at least {needed} lines, but it says lines=“{most}”.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 的各版块至少需要 {needed} 行，却写着 lines=“{most}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the slots of &lt;{tag}&gt; need at least {needed} lines, but the grid has {lines}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;{tag}&gt; 的各版块至少需要 {needed} 行，而网格只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the thread from slot “{id}” comes back to it.</source>
      <translation>{package}：{file} 第 {line} 行：从位置“{id}”出发的文字流又回到了它。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: the type area of &lt;grid&gt;, {width} × {height}, {top} below the top, leaves the sheet, {wide} × {high}.</source>
      <translation>{package}：{file} 第 {line} 行：&lt;grid&gt; 的版心 {width} × {height}（上边距 {top}）超出纸张 {wide} × {high}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: this edition was saved by a newer version of Banxin (format {version}); update to open it.</source>
      <translation>{package}：{file} 第 {line} 行：这个版面由新版版心保存（格式 {version}），请升级后打开。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: this house style needs a newer version of the program (format {version}).</source>
      <translation>{package}：{file} 第 {line} 行：这个报社样式需要新版程序（格式 {version}）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: this is no page description.</source>
      <translation>{package}：{file} 第 {line} 行：不是版面描述。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: this layout needs a newer version of the program (format {v}).</source>
      <translation>{package}：{file} 第 {line} 行：这个版式需要新版程序（格式 {v}）。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: two flows run through the frame “{frame}”.</source>
      <translation>{package}：{file} 第 {line} 行：框“{frame}”里有两股文字。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: two paragraph styles have the name “{name}”.</source>
      <translation>{package}：{file} 第 {line} 行：有两个段落样式都叫“{name}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: two slots continue in “{target}”.</source>
      <translation>{package}：{file} 第 {line} 行：有两个位置都接到“{target}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: two slots have the id “{id}”.</source>
      <translation>{package}：{file} 第 {line} 行：有两个位置的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: two variants have the id “{id}”.</source>
      <translation>{package}：{file} 第 {line} 行：有两个排版变体的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: {part} is not as it was saved; the package was damaged or changed by another program.</source>
      <translation>{package}：{file} 第 {line} 行：{part} 与保存时不同；文件已损坏，或被别的程序改动。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}, line {line}: {what}.</source>
      <translation>{package}：{file} 第 {line} 行：{what}。</translation>
    </message>
    <message>
      <location filename="put together" />
      <source>{package}: {file}: there is a layout “{id}” already.</source>
      <translation>{package}：{file}：已有版式“{id}”。</translation>
    </message>
  </context>
  <context>
    <name>faults</name>
    <message>
      <location filename="desktop/formats/copyfit_xml.py" />
      <source>&lt;copyfit&gt; names each lever once; &lt;{tag}&gt; is one too many.</source>
      <translation>&lt;copyfit&gt; 中每种手段只写一次；多了一个 &lt;{tag}&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/copyfit_xml.py" />
      <source>&lt;{tag}&gt; says {least}=“{low}” and {most}=“{high}”, which leaves nothing between.</source>
      <translation>&lt;{tag}&gt; 写了 {least}=“{low}” 和 {most}=“{high}”，中间没有余地。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>&lt;slot&gt; says tint=“{word}”; it can be 0 (none) to 1 (solid).</source>
      <translation>&lt;slot&gt; 的 tint=“{word}” 不行；可为 0（无）至 1（实地）。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>&lt;{tag}&gt; says before=“{before}”, but the grid has {lines} lines.</source>
      <translation>&lt;{tag}&gt; 的 before=“{before}” 太大，版心只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>slot “{id}” asks for the paragraph style “{name}”, which the house style lacks; nearest are {near}.</source>
      <translation>版位“{id}”要用段落样式“{name}”，本报样式里没有；相近的有 {near}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>slot “{id}” cannot break its {columns} columns into {into}: they hold {room} characters.</source>
      <translation>版位“{id}”的 {columns} 栏破不成 {into} 栏：总共只有 {room} 字。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>slot “{id}” continues in “{target}”, which is set in the other direction.</source>
      <translation>版位“{id}”续接的“{target}”排向不同。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>slot “{id}” says writing=“vertical”; only {kinds} slots can.</source>
      <translation>版位“{id}” 写了 writing=“vertical”；只有 {kinds} 版位可以竖排。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>slot “{id}” says {name}=“{target}”; there is no other {kind} slot of that id.</source>
      <translation>位置“{id}”写着 {name}=“{target}”，但没有这样的另一个 {kind} 位置。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>the slots of &lt;{tag}&gt; need at least {needed} lines, but it says lines=“{most}”.</source>
      <translation>&lt;{tag}&gt; 的各版块至少需要 {needed} 行，却写着 lines=“{most}”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>the slots of &lt;{tag}&gt; need at least {needed} lines, but the grid has {lines}.</source>
      <translation>&lt;{tag}&gt; 的各版块至少需要 {needed} 行，而网格只有 {lines} 行。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>the thread from slot “{id}” comes back to it.</source>
      <translation>从位置“{id}”出发的文字流又回到了它。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>two slots continue in “{target}”.</source>
      <translation>有两个位置都接到“{target}”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_check.py" />
      <source>two slots have the id “{id}”.</source>
      <translation>有两个位置的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>&lt;grid&gt; says {name}=“{count}”; it can be {most} at most.</source>
      <translation>&lt;grid&gt; 的 {name}=“{count}” 太大；最多 {most}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>&lt;{tag}&gt; says {name}=“{word}”; it can be {least}pt to {most}pt.</source>
      <translation>&lt;{tag}&gt; 的 {name}=“{word}” 不行；可为 {least}pt 至 {most}pt。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the furniture slot “{id}” follows its content; say lines=“2”.</source>
      <translation>版位“{id}”在版心之外，高度不能随内容；请写 lines=“2”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the furniture “{id}” does not lie on the sheet.</source>
      <translation>“{id}”超出纸张。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the furniture “{id}” overlaps “{other}”.</source>
      <translation>“{id}”与“{other}”重叠。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the furniture “{id}” takes lines {first} to {last} of the page; it stands above or below.</source>
      <translation>“{id}”占第 {first} 至 {last} 行，侵入版心；它应在版心之上或之下。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the pitch of &lt;grid&gt; is less than its body: lines would overlap.</source>
      <translation>&lt;grid&gt; 的行距小于正文字号，行会相叠。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_grid.py" />
      <source>the type area of &lt;grid&gt;, {width} × {height}, {top} below the top, leaves the sheet, {wide} × {high}.</source>
      <translation>&lt;grid&gt; 的版心 {width} × {height}（上边距 {top}）超出纸张 {wide} × {high}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>&lt;layout&gt; lacks its &lt;stack&gt;.</source>
      <translation>&lt;layout&gt; 缺少 &lt;stack&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>&lt;{tag}&gt; is empty; put a &lt;slot&gt; into it.</source>
      <translation>&lt;{tag}&gt; 是空的，请放入 &lt;slot&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>&lt;{tag}&gt; says lines=“{word}”; write 6, auto, auto 4..20, 10.. or 10..40.</source>
      <translation>&lt;{tag}&gt; 写着 lines=“{word}”；请写 6、auto、auto 4..20、10.. 或 10..40。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>&lt;{tag}&gt; takes columns {first} to {last}, but its parent has {low} to {high}.</source>
      <translation>&lt;{tag}&gt; 占第 {first} 至 {last} 栏，而上级只有 {low} 至 {high}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>the children of this &lt;row&gt; take {sum} columns together, but it has {columns}.</source>
      <translation>这个 &lt;row&gt; 的下级共占 {sum} 栏，而它有 {columns} 栏。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>the file begins with &lt;{tag}&gt;; a layout begins with &lt;layout&gt;.</source>
      <translation>文件以 &lt;{tag}&gt; 开头；版式应以 &lt;layout&gt; 开头。</translation>
    </message>
    <message>
      <location filename="desktop/formats/layout_xml.py" />
      <source>this layout needs a newer version of the program (format {v}).</source>
      <translation>这个版式需要新版程序（格式 {v}）。</translation>
    </message>
    <message>
      <location filename="desktop/formats/message_xml.py" />
      <source>&lt;{tag}&gt; has values that cannot be read.</source>
      <translation>&lt;{tag}&gt; 有无法读取的值。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>the package lacks its part {part}.</source>
      <translation>版面文件缺少 {part}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>this edition was saved by a newer version of Banxin (format {version}); update to open it.</source>
      <translation>这个版面由新版版心保存（格式 {version}），请升级后打开。</translation>
    </message>
    <message>
      <location filename="desktop/formats/package.py" />
      <source>{part} is not as it was saved; the package was damaged or changed by another program.</source>
      <translation>{part} 与保存时不同；文件已损坏，或被别的程序改动。</translation>
    </message>
    <message>
      <location filename="desktop/formats/page_xml.py" />
      <source>&lt;frame&gt; fills the slot “{slot}”, which the layout lacks.</source>
      <translation>&lt;frame&gt; 对应的位置“{slot}”不在版式中。</translation>
    </message>
    <message>
      <location filename="desktop/formats/page_xml.py" />
      <source>&lt;page&gt; is laid out by {part}, which the package lacks.</source>
      <translation>&lt;page&gt; 所用的版式 {part} 不在版面文件中。</translation>
    </message>
    <message>
      <location filename="desktop/formats/page_xml.py" />
      <source>&lt;through&gt; names the frame “{frame}”, which the page lacks.</source>
      <translation>&lt;through&gt; 所指的框“{frame}”版上没有。</translation>
    </message>
    <message>
      <location filename="desktop/formats/page_xml.py" />
      <source>two flows run through the frame “{frame}”.</source>
      <translation>框“{frame}”里有两股文字。</translation>
    </message>
    <message>
      <location filename="desktop/formats/press_xml.py" />
      <source>standard=“{word}” needs a &lt;condition&gt;: ink and paper.</source>
      <translation>standard=“{word}”还要写上 &lt;condition&gt;：用什么墨、什么纸。</translation>
    </message>
    <message>
      <location filename="desktop/formats/story_xml.py" />
      <source>&lt;story&gt; has the source “{id}”, which the package lacks.</source>
      <translation>&lt;story&gt; 的原稿“{id}”不在版面文件中。</translation>
    </message>
    <message>
      <location filename="desktop/formats/story_xml.py" />
      <source>&lt;{tag}&gt; covers {start} to {end}, but its source has {length} characters.</source>
      <translation>&lt;{tag}&gt; 覆盖 {start} 至 {end}，而原稿只有 {length} 字。</translation>
    </message>
    <message>
      <location filename="desktop/formats/story_xml.py" />
      <source>&lt;{tag}&gt; has an escape that names no character.</source>
      <translation>&lt;{tag}&gt; 有一个不代表任何字符的转义。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>&lt;faces&gt; names no face for {roles}.</source>
      <translation>&lt;faces&gt; 没有为 {roles} 指定字体。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>&lt;paragraph&gt; says sizes=“{word}”; write sizes from large to small, for example 小二 16 12.</source>
      <translation>&lt;paragraph&gt; 写着 sizes=“{word}”；字号请从大到小写，如 小二 16 12。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>&lt;{tag}&gt; has two paragraph styles for {role}; one of them belongs into &lt;further&gt;.</source>
      <translation>&lt;{tag}&gt; 为 {role} 写了两个段落样式；其中一个应放进 &lt;further&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>&lt;{tag}&gt; lacks a &lt;paragraph&gt; for {roles}.</source>
      <translation>&lt;{tag}&gt; 缺少 {roles} 的 &lt;paragraph&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>the file begins with &lt;{tag}&gt;; a house style begins with &lt;style&gt;.</source>
      <translation>文件以 &lt;{tag}&gt; 开头；报社样式应以 &lt;style&gt; 开头。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>this house style needs a newer version of the program (format {version}).</source>
      <translation>这个报社样式需要新版程序（格式 {version}）。</translation>
    </message>
    <message>
      <location filename="desktop/formats/style_xml.py" />
      <source>two paragraph styles have the name “{name}”.</source>
      <translation>有两个段落样式都叫“{name}”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/typography_xml.py" />
      <source>&lt;hanging&gt; says by=“{word}”; a mark hangs by half an em at most.</source>
      <translation>&lt;hanging&gt; 写着 by=“{word}”；标点最多悬挂半个字。</translation>
    </message>
    <message>
      <location filename="desktop/formats/typography_xml.py" />
      <source>&lt;kinsoku&gt; extends “{base}”, which must stand before it.</source>
      <translation>&lt;kinsoku&gt; 扩展的“{base}”必须写在它前面。</translation>
    </message>
    <message>
      <location filename="desktop/formats/typography_xml.py" />
      <source>&lt;typography&gt; lacks &lt;kinsoku&gt; for {levels}.</source>
      <translation>&lt;typography&gt; 缺少 {levels} 的 &lt;kinsoku&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/typography_xml.py" />
      <source>&lt;{tag}&gt; asks for the variant “{id}”, which the house style lacks.</source>
      <translation>&lt;{tag}&gt; 要用排版变体“{id}”，本报样式里没有。</translation>
    </message>
    <message>
      <location filename="desktop/formats/typography_xml.py" />
      <source>two variants have the id “{id}”.</source>
      <translation>有两个排版变体的 id 都是“{id}”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; lacks its &lt;{child}&gt;.</source>
      <translation>&lt;{tag}&gt; 缺少 &lt;{child}&gt;。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; lacks {name}=“…”.</source>
      <translation>&lt;{tag}&gt; 缺少 {name}=“…”。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; says {name}=“{word}”, which is not a length; write for example 9pt, 273mm or 小五.</source>
      <translation>&lt;{tag}&gt; 写着 {name}=“{word}”，不是长度；请写 9pt、273mm 或 小五。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; says {name}=“{word}”, which is not a number such as 0.5 or 1/3.</source>
      <translation>&lt;{tag}&gt; 写着 {name}=“{word}”，应为 0.5 或 1/3 这样的数。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; says {name}=“{word}”, which is not a whole number from {least}.</source>
      <translation>&lt;{tag}&gt; 写着 {name}=“{word}”，应为不小于 {least} 的整数。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>&lt;{tag}&gt; says {name}=“{word}”; there is no such {words}. Known: {known}.</source>
      <translation>&lt;{tag}&gt; 写着 {name}=“{word}”，没有这样的{words}。可用：{known}。</translation>
    </message>
    <message>
      <location filename="desktop/formats/xml.py" />
      <source>{what}.</source>
      <translation>{what}。</translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <location filename="" />
      <source>a PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="" />
      <source>a Word or Office document</source>
      <translation>Word 或 Office 文档</translation>
    </message>
    <message>
      <location filename="" />
      <source>a database</source>
      <translation>数据库</translation>
    </message>
    <message>
      <location filename="" />
      <source>a picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="" />
      <source>a program</source>
      <translation>程序</translation>
    </message>
    <message>
      <location filename="" />
      <source>a rich text document</source>
      <translation>RTF 文档</translation>
    </message>
    <message>
      <location filename="" />
      <source>a zip archive or Word document</source>
      <translation>压缩包或 Word 文档</translation>
    </message>
    <message>
      <location filename="" />
      <source>advertisement</source>
      <translation>广告</translation>
    </message>
    <message>
      <location filename="" />
      <source>kind of change</source>
      <translation>改动类型</translation>
    </message>
    <message>
      <location filename="" />
      <source>kind of face</source>
      <translation>字体类型</translation>
    </message>
    <message>
      <location filename="" />
      <source>kind of mark</source>
      <translation>标点类型</translation>
    </message>
    <message>
      <location filename="" />
      <source>kind of slot</source>
      <translation>位置类型</translation>
    </message>
    <message>
      <location filename="" />
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="" />
      <source>picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="" />
      <source>role</source>
      <translation>成分</translation>
    </message>
  </context>
</TS>
