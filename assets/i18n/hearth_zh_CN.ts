<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>More answers</source>
        <translation>更多选择</translation>
    </message>
    <message>
        <source>Yes, and do not ask again until I close Hearth</source>
        <translation>是，在我关闭 Hearth 之前不再询问</translation>
    </message>
    <message>
        <source>Yes, and do not ask again</source>
        <translation>是，且不再询问</translation>
    </message>
    <message>
        <source>No, and never do this</source>
        <translation>不，以后也不要这样做</translation>
    </message>
</context>
<context>
    <name>ActionField</name>
    <message>
        <source>Needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>ActionOutcome</name>
    <message>
        <source>Not done: %1</source>
        <translation>未执行：%1</translation>
    </message>
    <message>
        <source>Hearth was closed before you decided: %1</source>
        <translation>Hearth 在你决定之前已关闭：%1</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Notes and lists</source>
        <translation>笔记和清单</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>此页的各部分</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>It rings again at %1.</source>
        <translation>将在 %1 再次响铃。</translation>
    </message>
</context>
<context>
    <name>AdapterSection</name>
    <message>
        <source>Adapter: %1</source>
        <translation>适配器：%1</translation>
    </message>
    <message>
        <source>Adapter that is no longer there: %1</source>
        <translation>已不存在的适配器：%1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How strongly %1 works</source>
        <translation>%1 的作用强度</translation>
    </message>
    <message>
        <source>Take “%1” away</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Add an adapter…</source>
        <translation>添加适配器…</translation>
    </message>
    <message>
        <source>Add an adapter</source>
        <translation>添加适配器</translation>
    </message>
    <message>
        <source>Adapters (*.gguf)</source>
        <translation>适配器 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Nothing is in the calendar for these eight weeks.</source>
        <translation>这八周日历中没有内容。</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>添加日程</translation>
    </message>
    <message>
        <source>Four weeks further</source>
        <translation>再看四周</translation>
    </message>
</context>
<context>
    <name>AnswerSources</name>
    <message>
        <source>Searched in %1</source>
        <translation>搜索范围：%1</translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s)</source>
        <translation>
            <numerusform>已搜索 %n 份文档</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · nothing about this found</source>
        <translation>%1 · 未找到相关内容</translation>
    </message>
    <message>
        <source>%1 · %2 found · %3 used</source>
        <translation>%1 · 找到 %2 处 · 用了 %3 处</translation>
    </message>
    <message>
        <source> · none from the time you named</source>
        <translation> · 没有你所说时间内的</translation>
    </message>
    <message>
        <source>No passage says this: %1</source>
        <translation>没有段落这样说：%1</translation>
    </message>
</context>
<context>
    <name>AnswerTips</name>
    <message>
        <source>No passage that was found says this.</source>
        <translation>找到的段落中没有这样说的。</translation>
    </message>
</context>
<context>
    <name>ApprovalSection</name>
    <message>
        <source>Done without asking</source>
        <translation>不询问直接执行</translation>
    </message>
    <message>
        <source>Done without asking until you close Hearth</source>
        <translation>在你关闭 Hearth 之前不询问直接执行</translation>
    </message>
    <message>
        <source>Never done</source>
        <translation>从不执行</translation>
    </message>
    <message>
        <source>What I may do</source>
        <translation>我可以做什么</translation>
    </message>
    <message>
        <source>I read freely, and ask before I change anything. What you chose otherwise on a card is listed here.</source>
        <translation>我可以自由读取，更改前会先询问。你在卡片上另作的选择列在这里。</translation>
    </message>
    <message>
        <source>I ask before every change.</source>
        <translation>每次更改前我都会询问。</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>重新询问我</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Hearth: %1</source>
        <translation>Hearth：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>打开更大的模型…</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>思考了 %1 秒</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>你停止了这个回答。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Answered by %1; your own names and numbers are put back.</source>
        <translation>由 %1 回答；已换回你自己的姓名和号码。</translation>
    </message>
    <message>
        <source>Answered by %1 at %2; your own names and numbers are put back.</source>
        <translation>由 %2 上的 %1 回答；已换回你自己的姓名和号码。</translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>替换了什么</translation>
    </message>
</context>
<context>
    <name>AttachedFiles</name>
    <message>
        <source>Attached files</source>
        <translation>已附加的文件</translation>
    </message>
    <message>
        <source>This file is long: answers quote the passages that fit.</source>
        <translation>这个文件很长：回答会引用相关的段落。</translation>
    </message>
</context>
<context>
    <name>AttachmentLine</name>
    <message>
        <source>Attached files</source>
        <translation>已附加的文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>CalendarHeader</name>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>议程</translation>
    </message>
    <message>
        <source>How to show the calendar</source>
        <translation>日历的显示方式</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新日程</translation>
    </message>
    <message>
        <source>Add an event to the calendar</source>
        <translation>向日历添加日程</translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>These files of the calendar cannot be read:
%1</source>
        <translation>无法读取这些日历文件：
%1</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take away</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Too dark to be read here (%1:1, and 4.5:1 are needed): I use a lighter one.</source>
        <translation>在这里太暗，难以阅读（%1:1，需要 4.5:1）：我改用更浅的颜色。</translation>
    </message>
    <message>
        <source>Too light to be read here (%1:1, and 4.5:1 are needed): I use a darker one.</source>
        <translation>在这里太亮，难以阅读（%1:1，需要 4.5:1）：我改用更深的颜色。</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>你想做什么？</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>这里没有叫这个名字的内容。</translation>
    </message>
</context>
<context>
    <name>CommandRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>New temporary conversation</source>
        <translation>新的临时对话</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>继续回答</translation>
    </message>
    <message>
        <source>Confirm the card</source>
        <translation>确认卡片</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后的回答</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>写消息</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Rename this conversation</source>
        <translation>重命名此对话</translation>
    </message>
    <message>
        <source>Pin or unpin this conversation</source>
        <translation>置顶或取消置顶此对话</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>删除此对话</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>导出此对话</translation>
    </message>
    <message>
        <source>Export all conversations</source>
        <translation>导出所有对话</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>搜索所有对话</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>所有命令</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>显示或隐藏侧边栏</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Add from another program</source>
        <translation>从其他程序添加</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask me, or tell me what to do</source>
        <translation>问我问题，或告诉我要做什么</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Send after this answer (Enter)</source>
        <translation>在此回答之后发送 (Enter)</translation>
    </message>
</context>
<context>
    <name>ContextMark</name>
    <message>
        <source>The conversation is longer than the model can hold: its first %1 messages are summarized</source>
        <translation>对话超出了模型的容量：前 %1 条消息已概括</translation>
    </message>
    <message>
        <source>The conversation is longer than the model can hold: its first %1 messages are left out</source>
        <translation>对话超出了模型的容量：前 %1 条消息未包含</translation>
    </message>
    <message>
        <source>%1, %2 more are left out</source>
        <translation>%1，另有 %2 条未包含</translation>
    </message>
    <message>
        <source>What was said there is kept here, but the model did not see it for this answer.</source>
        <translation>那里的内容保留在此，但模型在回答时没有看到。</translation>
    </message>
</context>
<context>
    <name>ConversationDialogs</name>
    <message>
        <source>Export to a file</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>Markdown, to read (*.md)</source>
        <translation>Markdown，便于阅读 (*.md)</translation>
    </message>
    <message>
        <source>JSON, with everything (*.json)</source>
        <translation>JSON，包含全部内容 (*.json)</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>导入对话</translation>
    </message>
    <message>
        <source>Hearth or ChatGPT (*.json *.md)</source>
        <translation>Hearth 或 ChatGPT (*.json *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Attach files to the message</source>
        <translation>将文件附加到消息</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>To the newest message</source>
        <translation>转到最新消息</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>%1, pinned</source>
        <translation>%1，已置顶</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>对话名称</translation>
    </message>
    <message>
        <source>More for “%1”</source>
        <translation>“%1”的更多选项</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>A card waits for your yes</source>
        <translation>有卡片等待你的确认</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Nothing is planned.</source>
        <translation>没有安排。</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>添加日程</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>(no title)</source>
        <translation>（无标题）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every weekday</source>
        <translation>每个工作日</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>每两周</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>重复</translation>
    </message>
</context>
<context>
    <name>DeleteEventDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>It repeats. Should only this one go, or all of them?</source>
        <translation>它会重复。只删除这一个，还是全部？</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>仅这一个</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>DialogPage</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Find in your documents</source>
        <translation>在你的文档中查找</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>把文件夹加入资料库</translation>
    </message>
</context>
<context>
    <name>EgressRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>EgressSection</name>
    <message>
        <source>What left this device</source>
        <translation>离开此设备的内容</translation>
    </message>
    <message>
        <source>Hearth sends no telemetry: nothing about how you use it is counted or sent.</source>
        <translation>Hearth 不发送遥测数据：你的使用方式既不统计也不发送。</translation>
    </message>
    <message>
        <source>Nothing has left this device. Hearth sends no telemetry: nothing about how you use it is counted or sent.</source>
        <translation>没有任何内容离开过这台设备。Hearth 不发送遥测数据：你的使用方式既不统计也不发送。</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>“Who signed the rental contract?”</source>
        <translation>“租房合同是谁签的？”</translation>
    </message>
    <message>
        <source>“What did the bicycle cost?”</source>
        <translation>“自行车花了多少钱？”</translation>
    </message>
    <message>
        <source>Ask your own documents</source>
        <translation>向你自己的文档提问</translation>
    </message>
    <message>
        <source>Give me a folder and I read what is in it: PDF, scans, office files, mail, tables, e-books, notes, source code. Then ask me, and I answer with the passage it stands in. Nothing is copied and nothing leaves this device.</source>
        <translation>给我一个文件夹，我会读取其中的内容：PDF、扫描件、办公文件、邮件、表格、电子书、笔记、源代码。然后向我提问，我会附上原文所在的段落来回答。不复制任何文件，也没有任何内容离开这台设备。</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>“What is this project about?”</source>
        <translation>“这个项目是关于什么的？”</translation>
    </message>
    <message>
        <source>You can also drop a folder on this page. For a single file, attach it to a conversation.</source>
        <translation>也可以把文件夹拖到此页。单个文件请附加到对话中。</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What can I do for you?</source>
        <translation>我能为你做什么？</translation>
    </message>
    <message>
        <source>I work on this device, also without a network. I ask before I change anything.</source>
        <translation>我在此设备上运行，没有网络也可以。更改任何内容之前我都会询问。</translation>
    </message>
    <message>
        <source>Put it in the calendar</source>
        <translation>放进日历</translation>
    </message>
    <message>
        <source>Set up lunch with my sister tomorrow at noon for 90 minutes</source>
        <translation>Set up lunch with my sister tomorrow at noon for 90 minutes</translation>
    </message>
    <message>
        <source>Remember it for me</source>
        <translation>替我记住</translation>
    </message>
    <message>
        <source>Remind me to water the plants this evening at 7</source>
        <translation>Remind me to water the plants this evening at 7</translation>
    </message>
    <message>
        <source>Keep a list</source>
        <translation>列清单</translation>
    </message>
    <message>
        <source>Add olive oil and rice to the shopping list</source>
        <translation>Add olive oil and rice to the shopping list</translation>
    </message>
    <message>
        <source>A temporary conversation</source>
        <translation>临时对话</translation>
    </message>
    <message>
        <source>What we say here is never written down. It is gone when you leave it. What I do for you, such as an entry in the calendar, stays.</source>
        <translation>我们在这里说的话不会被记录，离开后即消失。我为你做的事（例如日历条目）会保留。</translation>
    </message>
    <message>
        <source>I understand requests in English, as in these examples.</source>
        <translation>我听得懂英语指令，如以上示例。</translation>
    </message>
</context>
<context>
    <name>EventBlock</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>New event</source>
        <translation>新日程</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Day it starts</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Time it starts</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Day it ends</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Time it ends</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>5 minutes before</source>
        <translation>提前 5 分钟</translation>
    </message>
    <message>
        <source>15 minutes before</source>
        <translation>提前 15 分钟</translation>
    </message>
    <message>
        <source>30 minutes before</source>
        <translation>提前 30 分钟</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>提前 1 小时</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>提前 1 天</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>提前 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>与 %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>仅这一个</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which of the row to change</source>
        <translation>更改系列中的哪一个</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>添加到日历</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>EventRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>Try: %1</source>
        <translation>试试：%1</translation>
    </message>
</context>
<context>
    <name>FitPill</name>
    <message>
        <source>Fits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>较慢</translation>
    </message>
    <message>
        <source>Won&apos;t fit</source>
        <translation>不适合</translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Waiting to be read</source>
        <translation>等待读取</translation>
    </message>
    <message>
        <source>Up to date · last change %1</source>
        <translation>已是最新 · 上次更改 %1</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Look through %1 again</source>
        <translation>重新查看 %1</translation>
    </message>
    <message>
        <source>What of %1 is read</source>
        <translation>读取 %1 的哪些内容</translation>
    </message>
    <message>
        <source>Take %1 out of the library</source>
        <translation>从资料库移除 %1</translation>
    </message>
    <message>
        <source>It is not there now. What I read of it is kept; plug the disk in, or take the folder out.</source>
        <translation>它现在不在。我读过的内容会保留；请接上磁盘，或移除此文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n 个文件未能读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderDrop</name>
    <message>
        <source>Drop a folder here and I read its documents</source>
        <translation>把文件夹拖到这里，我会读取其中的文档</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>FoundItem</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>FoundPassages</name>
    <message>
        <source>Nothing like that is in what you chose. It may be in another folder, kind or time.</source>
        <translation>在你选择的范围内没有这样的内容。它可能在其他文件夹、类型或时间里。</translation>
    </message>
    <message>
        <source>Nothing like that is in your documents. Try other words, or see below the folders what could not be read.</source>
        <translation>你的文档中没有这样的内容。请换个说法，或在文件夹下方查看哪些未能读取。</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>搜索全部</translation>
    </message>
</context>
<context>
    <name>GuestDialog</name>
    <message>
        <source>From another program</source>
        <translation>来自其他程序</translation>
    </message>
    <message>
        <source>No program offers texts or prompts. Name one under “Tools of other programs” on the page Privacy.</source>
        <translation>没有程序提供文本或提示。请在“隐私”页的“其他程序的工具”中添加一个。</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附加</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>GuestOffer</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (if you like)</source>
        <translation>%1（可选）</translation>
    </message>
</context>
<context>
    <name>GuestRow</name>
    <message>
        <source>Not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>运行中：%1</translation>
    </message>
    <message>
        <source>Has crashed</source>
        <translation>已崩溃</translation>
    </message>
    <message>
        <source>Did not answer in time and was stopped</source>
        <translation>未及时响应，已停止</translation>
    </message>
    <message>
        <source>Could not be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Does not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Forget “%1”</source>
        <translation>忘记“%1”</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Tools that may run without asking</source>
        <translation>可不经询问运行的工具</translation>
    </message>
    <message>
        <source>It also offers texts or prompts: type /from in a conversation to bring one in.</source>
        <translation>它还提供文本或提示：在对话中输入 /from 即可引入。</translation>
    </message>
</context>
<context>
    <name>GuestSection</name>
    <message>
        <source>Tools of other programs</source>
        <translation>其他程序的工具</translation>
    </message>
    <message>
        <source>Servers of the Model Context Protocol. A larger model on this computer may propose to use their tools; each call waits for your yes unless you say otherwise. A server is a program of its own and can do what you can: add only those you trust.</source>
        <translation>模型上下文协议（MCP）的服务器。本机上较大的模型可以提议使用它们的工具；除非你另有选择，每次调用都要等你同意。服务器是独立的程序，能做你能做的一切：只添加你信任的。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Command, or address beginning with https://</source>
        <translation>命令，或以 https:// 开头的地址</translation>
    </message>
    <message>
        <source>Command or address of the server</source>
        <translation>服务器的命令或地址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>HandlingLine</name>
    <message>
        <source>Goes as it is</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>Goes as a stand-in</source>
        <translation>以替代词发送</translation>
    </message>
    <message>
        <source>Never leaves</source>
        <translation>绝不发送</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>各不相同</translation>
    </message>
</context>
<context>
    <name>KindGroupRow</name>
    <message>
        <source>All %1 kinds</source>
        <translation>全部 %1 类</translation>
    </message>
    <message>
        <source>%1 of %2 kinds</source>
        <translation>%2 类中的 %1 类</translation>
    </message>
    <message>
        <source>Hide the kinds</source>
        <translation>隐藏类别</translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation>逐个选择</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>KindSection</name>
    <message>
        <source>What counts as personal</source>
        <translation>哪些算个人信息</translation>
    </message>
    <message>
        <source>What is off here goes elsewhere as you write it. Keys and wallets never leave this device while they are on.</source>
        <translation>在此关闭的类别会按你所写的原样发送。密钥和钱包在开启时绝不会离开这台设备。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln 份文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 个段落</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>没有文档</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>没有文本</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Unpacks to too much</source>
        <translation>解压后过大</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>太慢</translation>
    </message>
    <message>
        <source>Too much memory</source>
        <translation>占用内存过多</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>Program missing</source>
        <translation>缺少程序</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>工作表 %1</translation>
    </message>
    <message>
        <source>lines %1–%2</source>
        <translation>第 %1–%2 行</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项未完成</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the list “%1”</source>
        <translation>删除清单“%1”</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>添加条目</translation>
    </message>
    <message>
        <source>Add an item to “%1”</source>
        <translation>向“%1”添加条目</translation>
    </message>
</context>
<context>
    <name>ListItemRow</name>
    <message>
        <source>Words of the item</source>
        <translation>条目内容</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>保留更改</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
    <message>
        <source>Take “%1” off the list</source>
        <translation>从清单移除“%1”</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>without asking, as you allowed</source>
        <translation>按你的许可，未询问</translation>
    </message>
    <message>
        <source>you said “%1”</source>
        <translation>你说“%1”</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>asked elsewhere</source>
        <translation>在别处请求</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Notes and lists</source>
        <translation>笔记和清单</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Whatever I do for you is written down here before it is done.</source>
        <translation>尚未执行任何操作。我为你做的一切在执行前都会记录在这里。</translation>
    </message>
    <message>
        <source>Nothing of this kind has been done.</source>
        <translation>没有执行过此类操作。</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>显示更早的</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Personal data</source>
        <translation>个人数据</translation>
    </message>
    <message>
        <source>Before words go to a model elsewhere, names, numbers and addresses are replaced by stand-ins. Try it here; nothing is sent.</source>
        <translation>在文字发送到其他地方的模型之前，姓名、号码和地址会被替换为代称。在这里试试，不会发送任何内容。</translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation>输入或粘贴文字</translation>
    </message>
    <message>
        <source>Text to look for personal data in</source>
        <translation>要检查个人数据的文字</translation>
    </message>
    <message>
        <source>Nothing personal is found in it.</source>
        <translation>未发现个人数据。</translation>
    </message>
    <message>
        <source>Another model would see:</source>
        <translation>其他模型将看到：</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>%1 – Hearth</source>
        <translation>%1 – Hearth</translation>
    </message>
    <message>
        <source>The conversation is deleted.</source>
        <translation>对话已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>%1 actions still wait for your yes.</source>
        <translation>还有 %1 个操作等待你的确认。</translation>
    </message>
    <message>
        <source>This still waits for your yes: %1</source>
        <translation>这还在等待你的确认：%1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Previous version</source>
        <translation>上一版本</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>第 %1 版，共 %2 版</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一版本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>编辑并重新发送</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Your message</source>
        <translation>你的消息</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>模型 (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>%1, %2, answers now</source>
        <translation>%1，%2，正在使用</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ModelFileRow</name>
    <message>
        <source>No longer there: %1</source>
        <translation>已不存在：%1</translation>
    </message>
    <message>
        <source>Answers in conversation; it gave its memory back until you need it</source>
        <translation>用于对话；已释放内存，直到你需要它</translation>
    </message>
    <message>
        <source>Answers in conversation · %1</source>
        <translation>用于对话 · %1</translation>
    </message>
    <message>
        <source>%1 · lies in %2</source>
        <translation>%1 · 位于 %2</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>停止复制</translation>
    </message>
    <message>
        <source>Copy “%1” into Hearth&apos;s folder</source>
        <translation>将“%1”复制到 Hearth 的文件夹</translation>
    </message>
    <message>
        <source>Forget “%1”; its file stays</source>
        <translation>忘记“%1”；文件保留</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Opening %1, %2 %</source>
        <translation>正在打开 %1，%2 %</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Do not open it</source>
        <translation>不打开</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 分钟</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>Keep an unused model in memory</source>
        <translation>将未使用的模型保留在内存中</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>可下载</translation>
    </message>
    <message>
        <source>Well-known models, from their makers&apos; pages. A download can be paused, goes on after a cut, and is checked before it is used. Nothing you write goes there.</source>
        <translation>来自其制作者页面的知名模型。下载可以暂停，中断后可继续，使用前会进行校验。你写的任何内容都不会发送到那里。</translation>
    </message>
    <message>
        <source>You are offline. Downloads wait until you switch that off at the foot of the side bar.</source>
        <translation>你处于离线状态。在侧边栏底部关闭离线后才会下载。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 is forgotten; its file stays where it is.</source>
        <translation>已忘记 %1；文件保留在原处。</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MonthDay</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>New list</source>
        <translation>新清单</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新笔记</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>New note</source>
        <translation>新笔记</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>新清单</translation>
    </message>
    <message>
        <source>There are no notes and no lists. You can also just say it: “make a note that the key is under the mat”, “put milk on the shopping list”.</source>
        <translation>没有笔记和清单。你也可以直接说：“make a note that the key is under the mat”，“put milk on the shopping list”。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>清单</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Suits this computer</source>
        <translation>适合这台电脑</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>已暂停 · %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>You are offline: switch that off at the foot of the side bar</source>
        <translation>你处于离线状态：请在侧边栏底部关闭</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Delete what has come</source>
        <translation>删除已下载的部分</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Answers in conversation</source>
        <translation>用于对话</translation>
    </message>
</context>
<context>
    <name>OfflineButton</name>
    <message>
        <source>Offline: nothing leaves this device. Press to go online</source>
        <translation>离线：没有任何内容离开本设备。按此联网</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>转为离线</translation>
    </message>
</context>
<context>
    <name>PageDrop</name>
    <message>
        <source>Drop the model here to talk with it</source>
        <translation>将模型拖到这里即可与它对话</translation>
    </message>
    <message>
        <source>Drop it here to add it to your message</source>
        <translation>拖到这里以添加到你的消息</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Show the side bar (Ctrl+B)</source>
        <translation>显示侧边栏 (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Show the side bar (Ctrl+B)</source>
        <translation>显示侧边栏 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>新对话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Temporary, never written</source>
        <translation>临时，不会保存</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Text of %1</source>
        <translation>%1 的文本</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>PassageTip</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Your passphrase</source>
        <translation>你的密码短语</translation>
    </message>
    <message>
        <source>New passphrase, at least 8 characters</source>
        <translation>新密码短语，至少 8 个字符</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>These are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Open by itself when I am logged in</source>
        <translation>登录后自动打开</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring keeps a key to it. The passphrase opens it always.</source>
        <translation>桌面的密钥环保存一把钥匙。密码短语始终可以打开。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Places</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PlaceTable</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>PolicyGroupRow</name>
    <message>
        <source>Hide the kinds</source>
        <translation>隐藏种类</translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation>逐个选择</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>What may leave</source>
        <translation>哪些内容可以离开</translation>
    </message>
    <message>
        <source>These rules hold for every conversation with a larger model elsewhere.</source>
        <translation>这些规则适用于与其他地方更大模型的所有对话。</translation>
    </message>
    <message>
        <source>Until it can be read, nothing goes to a model elsewhere.</source>
        <translation>在能够读取之前，不会向其他地方的模型发送任何内容。</translation>
    </message>
    <message>
        <source>Lay it aside and begin anew</source>
        <translation>搁置并重新开始</translation>
    </message>
    <message>
        <source>These rules are for</source>
        <translation>这些规则适用于</translation>
    </message>
    <message>
        <source>Every host</source>
        <translation>所有主机</translation>
    </message>
    <message>
        <source>Host that these rules are for</source>
        <translation>这些规则适用的主机</translation>
    </message>
    <message>
        <source>Hosts that may be reached</source>
        <translation>可以访问的主机</translation>
    </message>
    <message>
        <source>No host may be reached.</source>
        <translation>不允许访问任何主机。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing leaves this device: no downloads, no models elsewhere.</source>
        <translation>没有任何内容离开此设备：不下载，也不使用其他地方的模型。</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>全部删除…</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>QueueLine</name>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sent when this answer is finished</source>
        <translation>此回答完成后发送</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>尚未发送</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Waiting message</source>
        <translation>等待中的消息</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
</context>
<context>
    <name>QuickAskWindow</name>
    <message>
        <source>Quick question – Hearth</source>
        <translation>快速提问 – Hearth</translation>
    </message>
    <message>
        <source>Ask me, or tell me what to do</source>
        <translation>问我问题，或告诉我要做什么</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Continue in the window</source>
        <translation>在窗口中继续</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>New alarm</source>
        <translation>新闹钟</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>闹钟</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>新提醒</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remind me of</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Set alarm</source>
        <translation>设置闹钟</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>提醒我</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReminderRow</name>
    <message>
        <source>snoozed until %1</source>
        <translation>已推迟到 %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>rings %1</source>
        <translation>%1 响铃</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>停止计时器</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>10 分钟后</translation>
    </message>
    <message>
        <source>1 minute more</source>
        <translation>再加 1 分钟</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>RemindersTab</name>
    <message>
        <source>Timers</source>
        <translation>计时器</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>即将到来</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>新提醒</translation>
    </message>
    <message>
        <source>New alarm</source>
        <translation>新闹钟</translation>
    </message>
    <message>
        <source>New timer</source>
        <translation>新计时器</translation>
    </message>
    <message>
        <source>These files cannot be read:
%1</source>
        <translation>无法读取这些文件：
%1</translation>
    </message>
    <message>
        <source>No reminder, alarm or timer is set. You can also just say it: “remind me to call the bank tomorrow at 10”, “wake me at 7”, “timer for 8 minutes”.</source>
        <translation>没有设置提醒、闹钟或计时器。你也可以直接说：“remind me to call the bank tomorrow at 10”，“wake me at 7”，“timer for 8 minutes”。</translation>
    </message>
</context>
<context>
    <name>RemotePicker</name>
    <message>
        <source>Offline: stays here</source>
        <translation>离线：留在本机</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>留在本机</translation>
    </message>
    <message>
        <source>Asks before sending</source>
        <translation>发送前询问</translation>
    </message>
    <message>
        <source>Sends when unsure</source>
        <translation>没有把握时发送</translation>
    </message>
    <message>
        <source>A larger model elsewhere: %1</source>
        <translation>别处的更大模型：%1</translation>
    </message>
    <message>
        <source>Never send anything</source>
        <translation>从不发送任何内容</translation>
    </message>
    <message>
        <source>Show me each time what would go</source>
        <translation>每次都让我看将要发送的内容</translation>
    </message>
    <message>
        <source>Send when the model here is unsure</source>
        <translation>本机模型没有把握时发送</translation>
    </message>
</context>
<context>
    <name>RemoteSection</name>
    <message>
        <source>A larger model elsewhere</source>
        <translation>别处的更大模型</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s interface. A conversation asks it only where you allow that, and names, numbers and addresses go as stand-ins.</source>
        <translation>任何支持 OpenAI 接口的服务器。只有在你允许时对话才会询问它，姓名、号码和地址都以替身发送。</translation>
    </message>
    <message>
        <source>You are offline: nothing is sent, and the model on this computer answers.</source>
        <translation>你处于离线状态：不发送任何内容，由本机模型回答。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A key is kept; type another to replace it</source>
        <translation>已保存密钥；输入新的即可替换</translation>
    </message>
    <message>
        <source>Where the server wants one</source>
        <translation>如果服务器需要</translation>
    </message>
    <message>
        <source>Key to the server</source>
        <translation>服务器密钥</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>忘记密钥</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation>服务器的模型</translation>
    </message>
    <message>
        <source>New conversations</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Never ask it</source>
        <translation>从不询问它</translation>
    </message>
    <message>
        <source>Ask me each time</source>
        <translation>每次都询问我</translation>
    </message>
    <message>
        <source>Ask it where the model here is unsure</source>
        <translation>本机模型没有把握时询问它</translation>
    </message>
    <message>
        <source>Whether new conversations may ask it</source>
        <translation>新对话是否可以询问它</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>RemoveFolderDialog</name>
    <message>
        <source>Take the folder out?</source>
        <translation>移除此文件夹？</translation>
    </message>
    <message>
        <source>I forget what I read in %1, and no longer look at it. Its files stay where they are. You can add it again at any time; it is then read anew.</source>
        <translation>我会忘记在 %1 中读到的内容，也不再查看它。其中的文件保持原样。你可以随时重新添加，届时会重新读取。</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>Does not repeat</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Every weekday</source>
        <translation>每个工作日</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>每两周</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>保持现状：%1</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>What was replaced</source>
        <translation>替换了什么</translation>
    </message>
    <message>
        <source>In what went elsewhere, the words on the left were replaced by those on the right. This list is kept encrypted, and goes with the conversation.</source>
        <translation>在发送到别处的内容中，左边的词已换成右边的词。此列表加密保存，并随对话一起删除。</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>没有替换任何内容。</translation>
    </message>
    <message>
        <source>%1: %2 for %3</source>
        <translation>%1：%3 换成了 %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What of %1 is read</source>
        <translation>读取 %1 的哪些内容</translation>
    </message>
    <message>
        <source>Leave these out, one a line: a name (“drafts”), an ending (“*.log”), or a path below the folder (“old/2019”).</source>
        <translation>排除这些，每行一个：名称（“草稿”）、后缀（“*.log”）或文件夹内的路径（“旧/2019”）。</translation>
    </message>
    <message>
        <source>Names that are left out</source>
        <translation>被排除的名称</translation>
    </message>
    <message>
        <source>Hidden files too</source>
        <translation>包括隐藏文件</translation>
    </message>
    <message>
        <source>Those whose name begins with a dot.</source>
        <translation>名称以点开头的文件。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>SealSection</name>
    <message>
        <source>Seal</source>
        <translation>加密封存</translation>
    </message>
    <message>
        <source>Your conversations and the log are sealed. Your passphrase opens them, and the desktop&apos;s keyring.</source>
        <translation>你的对话和日志已加密封存。你的密码短语或桌面的密钥环可以打开。</translation>
    </message>
    <message>
        <source>Your conversations and the log are sealed. Your passphrase opens them.</source>
        <translation>你的对话和日志已加密封存。你的密码短语可以打开。</translation>
    </message>
    <message>
        <source>Whoever gets hold of this computer&apos;s disk could read your conversations. Sealed, they open with a passphrase alone.</source>
        <translation>拿到这台电脑硬盘的人可能读到你的对话。封存后，只有密码短语才能打开。</translation>
    </message>
    <message>
        <source>Seal my data…</source>
        <translation>封存我的数据…</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更改密码短语…</translation>
    </message>
    <message>
        <source>Unseal…</source>
        <translation>解除封存…</translation>
    </message>
    <message>
        <source>Seal my data</source>
        <translation>封存我的数据</translation>
    </message>
    <message>
        <source>The window closes for a moment and opens again. Without the passphrase nobody can read your data, and nobody can bring it back.</source>
        <translation>窗口会短暂关闭后重新打开。没有密码短语，任何人都无法读取你的数据，也无法恢复。</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改密码短语</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Unseal my data</source>
        <translation>解除我的数据的封存</translation>
    </message>
    <message>
        <source>Unseal</source>
        <translation>解除封存</translation>
    </message>
    <message>
        <source>The window closes for a moment and opens again.</source>
        <translation>窗口会短暂关闭后重新打开。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>All folders</source>
        <translation>所有文件夹</translation>
    </message>
    <message>
        <source>Folder to search</source>
        <translation>要搜索的文件夹</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>文档类型</translation>
    </message>
    <message>
        <source>Time of the document</source>
        <translation>文档时间</translation>
    </message>
</context>
<context>
    <name>SearchPicker</name>
    <message numerus="yes">
        <source>%n attached file(s)</source>
        <translation>
            <numerusform>%n 个附件</numerusform>
        </translation>
    </message>
    <message>
        <source>No documents</source>
        <translation>不用文档</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>所有文档</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Answers come from: %1</source>
        <translation>回答的来源：%1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Found places</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>No conversation has these words.</source>
        <translation>没有对话包含这些词。</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
</context>
<context>
    <name>SendCard</name>
    <message>
        <source>What will be sent to %1</source>
        <translation>将发送给 %1 的内容</translation>
    </message>
    <message>
        <source>Nothing personal was found in it: it goes as it is.</source>
        <translation>其中未发现个人信息：按原样发送。</translation>
    </message>
    <message>
        <source>What is personal goes as stand-ins, and is put back in the answer.</source>
        <translation>个人信息以替身发送，并在回答中换回。</translation>
    </message>
    <message>
        <source>Show the earlier messages that go with it</source>
        <translation>显示一同发送的先前消息</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>The model on this computer answers</source>
        <translation>由本机模型回答</translation>
    </message>
</context>
<context>
    <name>SendLine</name>
    <message>
        <source>You wrote</source>
        <translation>你写的</translation>
    </message>
    <message>
        <source>I answered</source>
        <translation>我的回答</translation>
    </message>
    <message>
        <source>What goes there</source>
        <translation>会发送什么</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark pages, or as the desktop says</source>
        <translation>浅色或深色页面，或跟随桌面</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Colour of what is chosen and of the one thing to do</source>
        <translation>选中内容和主要操作的颜色</translation>
    </message>
    <message>
        <source>Ember</source>
        <translation>余烬</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>森林</translation>
    </message>
    <message>
        <source>Lake</source>
        <translation>湖水</translation>
    </message>
    <message>
        <source>Dusk</source>
        <translation>黄昏</translation>
    </message>
    <message>
        <source>Berry</source>
        <translation>莓果</translation>
    </message>
    <message>
        <source>Stone</source>
        <translation>岩石</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Size of all text, times the usual one</source>
        <translation>所有文字的大小（默认大小的倍数）</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Nothing moves but what you move</source>
        <translation>除了你移动的内容，其他都不动</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of buttons and pages; I understand requests in English</source>
        <translation>按钮和页面的语言；我只理解英语请求</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Where lines and the window begin</source>
        <translation>文字和窗口从哪一侧开始</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>跟随语言</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>从右到左</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing leaves this device: no downloads, no other servers</source>
        <translation>没有任何内容离开此设备：不下载，不连接其他服务器</translation>
    </message>
    <message>
        <source>Larger model</source>
        <translation>较大的模型</translation>
    </message>
    <message>
        <source>File of the larger model that converses; empty: the built-in model alone</source>
        <translation>用于对话的较大模型文件；留空：仅使用内置模型</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>回答前先思考</translation>
    </message>
    <message>
        <source>A larger model that can reasons first: slower, often better</source>
        <translation>支持的较大模型会先推理：更慢，但通常更好</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>在托盘中继续运行</translation>
    </message>
    <message>
        <source>Closing the window hides it; it opens at once. Reminders ring either way</source>
        <translation>关闭窗口会将其隐藏，可立即重新打开。无论如何提醒都会响铃</translation>
    </message>
    <message>
        <source>Ring while the window is closed</source>
        <translation>窗口关闭时响铃</translation>
    </message>
    <message>
        <source>A small part stays for reminders, alarms and timers; no model is loaded</source>
        <translation>保留一小部分用于提醒、闹钟和计时器；不加载模型</translation>
    </message>
    <message>
        <source>Keep an unused model in memory</source>
        <translation>将未使用的模型保留在内存中</translation>
    </message>
    <message>
        <source>Then it gives its memory back, and your next words load it again</source>
        <translation>之后会释放内存，你下次说话时会重新加载</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 分钟</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>Server of a larger model</source>
        <translation>较大模型的服务器</translation>
    </message>
    <message>
        <source>Address of a server with OpenAI&apos;s interface, ending in /v1; empty: none</source>
        <translation>使用 OpenAI 接口的服务器地址，以 /v1 结尾；留空：无</translation>
    </message>
    <message>
        <source>Model of that server</source>
        <translation>该服务器的模型</translation>
    </message>
    <message>
        <source>As the server lists it</source>
        <translation>按服务器所列的名称</translation>
    </message>
    <message>
        <source>Read documents on battery</source>
        <translation>使用电池时读取文档</translation>
    </message>
    <message>
        <source>Otherwise new and changed documents wait for mains power</source>
        <translation>否则新增和更改的文档会等到接通电源后再读取</translation>
    </message>
    <message>
        <source>A larger model elsewhere</source>
        <translation>别处的更大模型</translation>
    </message>
    <message>
        <source>Whether a new conversation may ask it; each can be changed by itself</source>
        <translation>新对话是否可以询问它；每个对话可单独更改</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Ask me each time</source>
        <translation>每次都询问我</translation>
    </message>
    <message>
        <source>Where the model here is unsure</source>
        <translation>本机模型没有把握时</translation>
    </message>
    <message>
        <source>Wait for the model here</source>
        <translation>等待本机模型</translation>
    </message>
    <message>
        <source>What would take longer goes to the larger model, where that may be by itself</source>
        <translation>需要更久的请求在允许自动时会交给更大的模型</translation>
    </message>
    <message>
        <source>However long it takes</source>
        <translation>无论多久</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 秒</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>Personal data that is not masked</source>
        <translation>不作替换的个人数据</translation>
    </message>
    <message>
        <source>Kinds as hearth redact names them, with spaces between</source>
        <translation>hearth redact 所用的类别名称，以空格分隔</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>没有设置包含这些词。</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>你的数据</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Show the welcome again</source>
        <translation>再次显示欢迎页</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>设置 (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>your data, export and import settings, show the welcome again, delete everything, wipe</source>
        <extracomment>Words by which the buttons below are found</extracomment>
        <translation>你的数据，导出和导入设置，再次显示欢迎页，全部删除，清除</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>Hide the side bar (Ctrl+B)</source>
        <translation>隐藏侧边栏 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>你的对话会列在这里。</translation>
    </message>
</context>
<context>
    <name>SideBarFoot</name>
    <message>
        <source>Opening the model, %1 %</source>
        <translation>正在打开模型，%1 %</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>正在打开模型…</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>%1 · %2 tokens/s</source>
        <translation>%1 · %2 词元/秒</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>%1, resting</source>
        <translation>%1，休眠中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Nothing can leave this device</source>
        <translation>没有任何内容能离开此设备</translation>
    </message>
    <message>
        <source>Only what you start goes out</source>
        <translation>只有你发起的内容才会发送</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Not read in %1</source>
        <translation>%1 中未读取的</translation>
    </message>
    <message>
        <source>These files are not found and not cited. Everything else is.</source>
        <translation>这些文件不会被搜索到，也不会被引用。其余的都会。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
</context>
<context>
    <name>SlashMenu</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>SlashRow</name>
    <message>
        <source>/%1, %2</source>
        <translation>/%1，%2</translation>
    </message>
</context>
<context>
    <name>SourceChip</name>
    <message>
        <source>Source %1: %2</source>
        <translation>来源 %1：%2</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>attached files</source>
        <translation>附加的文件</translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message>
        <source>Stored on this device</source>
        <translation>存储在此设备上</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存储任何内容。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>TextAction</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ThinkingLine</name>
    <message>
        <source>Reading, %1 %</source>
        <translation>正在读取，%1 %</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>正在处理…</translation>
    </message>
</context>
<context>
    <name>TimerForm</name>
    <message>
        <source>New timer</source>
        <translation>新计时器</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>开始计时</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TokenMeter</name>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The model holds %1 of the %2 tokens it can</source>
        <translation>模型已使用 %1 / %2 个词元</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Hearth</source>
        <translation>Hearth</translation>
    </message>
    <message>
        <source>Open Hearth</source>
        <translation>打开 Hearth</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>快速提问</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>UnansweredLine</name>
    <message>
        <source>I have not answered this. Ask again, and I show you first what would be sent.</source>
        <translation>我还没有回答这个问题。再次提问，我会先给你看将要发送的内容。</translation>
    </message>
    <message>
        <source>I have not answered this.</source>
        <translation>我还没有回答这个问题。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次提问</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Hearth is sealed</source>
        <translation>Hearth 已封存</translation>
    </message>
    <message>
        <source>Your data is sealed</source>
        <translation>你的数据已封存</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>你的密码短语</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>ViewerHeader</name>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
    <message>
        <source>Open in its own program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Close the document (Esc)</source>
        <translation>关闭文档 (Esc)</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Hours of the week</source>
        <translation>一周的小时</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>For conversation I need a larger model. %1</source>
        <translation>要进行对话，我需要更大的模型。%1</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查这台电脑…</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>See the models</source>
        <translation>查看模型</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>关闭此项</translation>
    </message>
    <message>
        <source>Everything above works now: without an account, without a download, and nothing of it leaves this computer. Nobody counts what you do here.</source>
        <translation>以上功能现在就能用：不需要账户，不需要下载，任何内容都不会离开这台电脑。没有人统计你在这里做了什么。</translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>Delete everything</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>This deletes for good, from this device, all that is switched on here. Nobody has a copy.</source>
        <translation>这将从此设备永久删除此处开启的所有内容。没有任何人有副本。</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>没有可删除的内容。</translation>
    </message>
    <message>
        <source>%1, stays here</source>
        <translation>%1，保留</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Delete for good (%1)</source>
        <translation>永久删除（%1）</translation>
    </message>
</context>
<context>
    <name>hearth::app::AdapterShelf</name>
    <message>
        <source>“%1” is no file of this computer.</source>
        <translation>“%1”不是这台电脑上的文件。</translation>
    </message>
    <message>
        <source>An adapter changes a larger model. Open the model that it was made for first.</source>
        <translation>适配器用于修改较大的模型。请先打开它所对应的模型。</translation>
    </message>
</context>
<context>
    <name>hearth::app::Assistant</name>
    <message>
        <source>This is no longer there: %1</source>
        <translation>这已不存在：%1</translation>
    </message>
    <message>
        <source>No program on this desktop opens %1</source>
        <translation>桌面上没有可以打开 %1 的程序</translation>
    </message>
    <message>
        <source>%1 is here and can be used.</source>
        <translation>%1 已就绪，可以使用。</translation>
    </message>
    <message>
        <source>%1 cannot be searched: %2</source>
        <translation>无法在 %1 中查找：%2</translation>
    </message>
</context>
<context>
    <name>hearth::app::Attachments</name>
    <message>
        <source>Only files of this computer can be attached.</source>
        <translation>只能附加这台电脑上的文件。</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Long: answers quote it</source>
        <translation>较长：回答会引用其中段落</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>它是空的。</translation>
    </message>
    <message>
        <source>There are no words in it.</source>
        <translation>其中没有文字。</translation>
    </message>
    <message>
        <source>Text %1</source>
        <translation>文本 %1</translation>
    </message>
</context>
<context>
    <name>hearth::app::Bell</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>稍后提醒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Missed: %1</source>
        <translation>错过：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders were missed</source>
        <translation>
            <numerusform>错过了 %n 个提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed while I was closed: %1</source>
        <translation>在我关闭期间错过：%1</translation>
    </message>
</context>
<context>
    <name>hearth::app::CalendarService</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>hearth::app::ChatService</name>
    <message>
        <source>Before I send this to %1, please look at what it would see.</source>
        <translation>在我把它发送给 %1 之前，请先看看对方会看到什么。</translation>
    </message>
</context>
<context>
    <name>hearth::app::CommandModel</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>hearth::app::ConversationFiles</name>
    <message>
        <source>The conversation is written to %1.</source>
        <translation>对话已写入 %1。</translation>
    </message>
    <message>
        <source>%1 conversations are written to %2.</source>
        <translation>%1 个对话已写入 %2。</translation>
    </message>
    <message>
        <source>Conversations taken in: %1.</source>
        <translation>已导入对话：%1。</translation>
    </message>
    <message>
        <source>Here already: %1.</source>
        <translation>已存在：%1。</translation>
    </message>
    <message>
        <source>A temporary conversation is kept nowhere, so it cannot be exported.</source>
        <translation>临时对话不会保存，因此无法导出。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>hearth::app::ConversationListModel</name>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
</context>
<context>
    <name>hearth::app::DocumentViewer</name>
    <message>
        <source>It is no longer in the library. It may have been changed, moved or deleted.</source>
        <translation>它已不在资料库中，可能已被更改、移动或删除。</translation>
    </message>
</context>
<context>
    <name>hearth::app::EgressListModel</name>
    <message>
        <source>Getting a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>Asking a model elsewhere</source>
        <translation>询问其他地方的模型</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1 sent, %2 received</source>
        <translation>已发送 %1，已接收 %2</translation>
    </message>
    <message>
        <source>Using a server of another program</source>
        <translation>使用其他程序的服务器</translation>
    </message>
</context>
<context>
    <name>hearth::app::GlobalShortcut</name>
    <message>
        <source>The desktop gave no session for shortcuts.</source>
        <translation>桌面未提供快捷键会话。</translation>
    </message>
    <message>
        <source>The desktop did not give the shortcut.</source>
        <translation>桌面未授予该快捷键。</translation>
    </message>
</context>
<context>
    <name>hearth::app::GuestService</name>
    <message>
        <source>%1 of “%2”</source>
        <translation>“%2”的 %1</translation>
    </message>
</context>
<context>
    <name>hearth::app::LibrarySearch</name>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Texts and slides</source>
        <translation>文稿和幻灯片</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>最近一个月</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>Last 5 years</source>
        <translation>最近 5 年</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln document(s)</source>
        <translation>
            <numerusform>共 %Ln 份文档</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln 个段落</numerusform>
        </translation>
    </message>
    <message>
        <source> · none is from the time you named</source>
        <translation> · 没有一份出自你所说的时间</translation>
    </message>
</context>
<context>
    <name>hearth::app::LibraryService</name>
    <message>
        <source>Paused. What changes is read when you go on.</source>
        <translation>已暂停。继续后会读取有变化的内容。</translation>
    </message>
    <message>
        <source>Waiting while you type.</source>
        <translation>你输入时先等待。</translation>
    </message>
    <message>
        <source>Waiting for mains power. You can have me read on battery too, in the settings.</source>
        <translation>正在等待接通电源。你也可以在设置中让我使用电池时读取。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln 份文档</numerusform>
        </translation>
    </message>
    <message>
        <source>the index takes %1</source>
        <translation>索引占用 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are found by their words so far; by their meaning soon.</source>
        <translation>
            <numerusform>%Ln 个段落目前可按字词找到；很快也能按含义找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no folder of this computer. Files can be attached to a conversation.</source>
        <translation>%1 不是本机上的文件夹。文件可以附加到对话中。</translation>
    </message>
    <message>
        <source>%1 is in the library already, with %2.</source>
        <translation>%1 已随 %2 在资料库中。</translation>
    </message>
    <message>
        <source>The desktop has no program for %1.</source>
        <translation>桌面上没有可打开 %1 的程序。</translation>
    </message>
    <message>
        <source>It is no file of this computer.</source>
        <translation>它不是本机上的文件。</translation>
    </message>
</context>
<context>
    <name>hearth::app::ModelMarket</name>
    <message>
        <source>%1 of memory, %2 of it free now</source>
        <translation>%1 内存，当前可用 %2</translation>
    </message>
    <message>
        <source>processor cores: %1</source>
        <translation>处理器核心：%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1，支持 %2</translation>
    </message>
    <message>
        <source>No graphics card; the processor computes</source>
        <translation>没有显卡；由处理器计算</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1; models run on the processor for now</source>
        <translation>%1；模型目前在处理器上运行</translation>
    </message>
    <message>
        <source>No larger model would run well here just now. The built-in one does.</source>
        <translation>目前没有更大的模型能在这里流畅运行。内置模型可以。</translation>
    </message>
    <message>
        <source>%1 is the largest of the list that runs well here.</source>
        <translation>%1 是列表中能在这里流畅运行的最大模型。</translation>
    </message>
</context>
<context>
    <name>hearth::app::ModelShelf</name>
    <message>
        <source>Built-in model</source>
        <translation>内置模型</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>“%1” is no model that I can open. Model files end in .gguf.</source>
        <translation>“%1”不是我能打开的模型。模型文件以 .gguf 结尾。</translation>
    </message>
    <message>
        <source>Does what you ask; no conversation</source>
        <translation>执行你的请求；不进行对话</translation>
    </message>
</context>
<context>
    <name>hearth::app::OfferListModel</name>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 · needs %2 of memory · licence: %3</source>
        <translation>%1 · 需要 %2 内存 · 许可：%3</translation>
    </message>
    <message>
        <source>Needs more memory than this computer has</source>
        <translation>需要的内存超过这台电脑的容量</translation>
    </message>
    <message>
        <source>About %1 words a second: you would wait for them</source>
        <translation>每秒约 %1 个词：需要等待</translation>
    </message>
    <message>
        <source>Other programs use the memory it needs: close some first</source>
        <translation>其他程序占用了所需的内存：请先关闭一些</translation>
    </message>
    <message>
        <source>Runs well: about %1 words a second</source>
        <translation>运行流畅：每秒约 %1 个词</translation>
    </message>
    <message>
        <source>There is memory enough</source>
        <translation>内存足够</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
    <message>
        <source>All is here; checking it…</source>
        <translation>已全部下载；正在校验…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation> · %1/秒</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大型</translation>
    </message>
    <message>
        <source>Does things</source>
        <translation>能办事</translation>
    </message>
    <message>
        <source>Can think first</source>
        <translation>可先思考</translation>
    </message>
    <message>
        <source>Many languages</source>
        <translation>多种语言</translation>
    </message>
</context>
<context>
    <name>hearth::app::PolicyService</name>
    <message>
        <source>The file cannot be laid aside: %1</source>
        <translation>无法搁置该文件：%1</translation>
    </message>
</context>
<context>
    <name>hearth::app::PrivacyService</name>
    <message>
        <source>Your data is sealed. Keep the passphrase well: nobody can bring it back.</source>
        <translation>你的数据已封存。请妥善保管密码短语：没有人能找回它。</translation>
    </message>
    <message>
        <source>Your data is sealed and opens with the passphrase alone: %1</source>
        <translation>你的数据已封存，只能用密码短语打开：%1</translation>
    </message>
    <message>
        <source>Your data is no longer sealed.</source>
        <translation>你的数据不再封存。</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>密码短语已更改。</translation>
    </message>
</context>
<context>
    <name>hearth::app::RemoteService</name>
    <message>
        <source>The key is kept in the desktop&apos;s keyring.</source>
        <translation>密钥保存在桌面的密钥环中。</translation>
    </message>
    <message>
        <source>The desktop has no keyring, so the key is kept with your sealed data.</source>
        <translation>桌面没有密钥环，因此密钥与你的加密数据保存在一起。</translation>
    </message>
    <message>
        <source>The desktop has no keyring, so the key is kept in a file that only you can read, in the data folder.</source>
        <translation>桌面没有密钥环，因此密钥保存在数据文件夹中只有你能读取的文件里。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>由 %1 回答。</translation>
    </message>
</context>
<context>
    <name>hearth::app::SettingListModel</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
</context>
<context>
    <name>hearth::app::Settings</name>
    <message>
        <source>The settings could not be written to %1: %2</source>
        <translation>无法将设置写入 %1：%2</translation>
    </message>
    <message>
        <source>Your settings are in %1.</source>
        <translation>你的设置在 %1 中。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 is too large to be settings. Nothing was changed.</source>
        <translation>%1 太大，不可能是设置。未做任何更改。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>未做任何更改。%1</translation>
    </message>
    <message>
        <source>Settings taken over: %1.</source>
        <translation>已导入设置：%1。</translation>
    </message>
</context>
<context>
    <name>hearth::app::StoredDataModel</name>
    <message>
        <source>Conversations: %1</source>
        <translation>对话：%1</translation>
    </message>
    <message>
        <source>Calendar entries: %1</source>
        <translation>日历条目：%1</translation>
    </message>
    <message>
        <source>Reminders, alarms and timers: %1</source>
        <translation>提醒、闹钟和计时器：%1</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>笔记：%1</translation>
    </message>
    <message>
        <source>Lists: %1</source>
        <translation>清单：%1</translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>联系人：%1</translation>
    </message>
    <message>
        <source>Logged actions and requests: %1</source>
        <translation>操作和请求记录：%1</translation>
    </message>
    <message>
        <source>Model files: %1</source>
        <translation>模型文件：%1</translation>
    </message>
    <message>
        <source>Files of settings and permissions: %1</source>
        <translation>设置和权限文件：%1</translation>
    </message>
    <message>
        <source>Files that can be made again: %1</source>
        <translation>可重新生成的文件：%1</translation>
    </message>
    <message>
        <source>%1 in all, %2</source>
        <translation>共 %1，%2</translation>
    </message>
    <message>
        <source>Indexed documents: %1</source>
        <translation>已编入索引的文档：%1</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Names, places and dates</source>
        <translation>姓名、地点和日期</translation>
    </message>
    <message>
        <source>Mail, telephone and network</source>
        <translation>邮件、电话和网络</translation>
    </message>
    <message>
        <source>Cards and accounts</source>
        <translation>银行卡和账户</translation>
    </message>
    <message>
        <source>Keys and wallets</source>
        <translation>密钥和钱包</translation>
    </message>
    <message>
        <source>Numbers of identity, tax, health and vehicles</source>
        <translation>身份、税务、医疗和车辆号码</translation>
    </message>
    <message>
        <source>Bank routing number (USA)</source>
        <translation>银行路由号码（美国）</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Access key or token</source>
        <translation>访问密钥或令牌</translation>
    </message>
    <message>
        <source>Business number (Australia)</source>
        <translation>商业编号（澳大利亚）</translation>
    </message>
    <message>
        <source>Company number (Australia)</source>
        <translation>公司编号（澳大利亚）</translation>
    </message>
    <message>
        <source>Health insurance number (Australia)</source>
        <translation>医疗保险号码（澳大利亚）</translation>
    </message>
    <message>
        <source>Tax number (Australia)</source>
        <translation>税号（澳大利亚）</translation>
    </message>
    <message>
        <source>Taxpayer number (Brazil)</source>
        <translation>纳税人编号（巴西）</translation>
    </message>
    <message>
        <source>Social insurance number (Canada)</source>
        <translation>社会保险号码（加拿大）</translation>
    </message>
    <message>
        <source>Identity card number (China)</source>
        <translation>居民身份证号码（中国）</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>银行卡号</translation>
    </message>
    <message>
        <source>Wallet address</source>
        <translation>加密钱包地址</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>日期或时间</translation>
    </message>
    <message>
        <source>Medical practice number (Germany)</source>
        <translation>诊所编号（德国）</translation>
    </message>
    <message>
        <source>Driving licence number (Germany)</source>
        <translation>驾驶证号码（德国）</translation>
    </message>
    <message>
        <source>Company register number (Germany)</source>
        <translation>商业登记号（德国）</translation>
    </message>
    <message>
        <source>Health insurance number (Germany)</source>
        <translation>医疗保险号码（德国）</translation>
    </message>
    <message>
        <source>Identity card number (Germany)</source>
        <translation>身份证号码（德国）</translation>
    </message>
    <message>
        <source>Number plate (Germany)</source>
        <translation>车牌号（德国）</translation>
    </message>
    <message>
        <source>Doctor&apos;s number (Germany)</source>
        <translation>医生编号（德国）</translation>
    </message>
    <message>
        <source>Passport number (Germany)</source>
        <translation>护照号码（德国）</translation>
    </message>
    <message>
        <source>Postcode (Germany)</source>
        <translation>邮政编码（德国）</translation>
    </message>
    <message>
        <source>Pension insurance number (Germany)</source>
        <translation>养老保险号码（德国）</translation>
    </message>
    <message>
        <source>Tax identification number (Germany)</source>
        <translation>税务识别号（德国）</translation>
    </message>
    <message>
        <source>Tax number (Germany)</source>
        <translation>税号（德国）</translation>
    </message>
    <message>
        <source>VAT number (Germany)</source>
        <translation>增值税号（德国）</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>电子邮件地址</translation>
    </message>
    <message>
        <source>Foreigner&apos;s identity number (Spain)</source>
        <translation>外国人身份号码（西班牙）</translation>
    </message>
    <message>
        <source>Identity and tax number (Spain)</source>
        <translation>身份与税务号码（西班牙）</translation>
    </message>
    <message>
        <source>Passport number (Spain)</source>
        <translation>护照号码（西班牙）</translation>
    </message>
    <message>
        <source>Personal identity code (Finland)</source>
        <translation>个人身份代码（芬兰）</translation>
    </message>
    <message>
        <source>Social security number (France)</source>
        <translation>社会保障号码（法国）</translation>
    </message>
    <message>
        <source>Business number (France)</source>
        <translation>企业编号（法国）</translation>
    </message>
    <message>
        <source>City or country</source>
        <translation>城市或国家</translation>
    </message>
    <message>
        <source>Bank account number (IBAN)</source>
        <translation>银行账号（IBAN）</translation>
    </message>
    <message>
        <source>Aadhaar number (India)</source>
        <translation>Aadhaar 号码（印度）</translation>
    </message>
    <message>
        <source>Sales tax number (India)</source>
        <translation>商品服务税号（印度）</translation>
    </message>
    <message>
        <source>Tax number (India)</source>
        <translation>税号（印度）</translation>
    </message>
    <message>
        <source>Passport number (India)</source>
        <translation>护照号码（印度）</translation>
    </message>
    <message>
        <source>Number plate (India)</source>
        <translation>车牌号（印度）</translation>
    </message>
    <message>
        <source>Voter number (India)</source>
        <translation>选民编号（印度）</translation>
    </message>
    <message>
        <source>Internet address (IP)</source>
        <translation>网络地址（IP）</translation>
    </message>
    <message>
        <source>Driving licence number (Italy)</source>
        <translation>驾驶证号码（意大利）</translation>
    </message>
    <message>
        <source>Tax code (Italy)</source>
        <translation>税号（意大利）</translation>
    </message>
    <message>
        <source>Identity card number (Italy)</source>
        <translation>身份证号码（意大利）</translation>
    </message>
    <message>
        <source>Passport number (Italy)</source>
        <translation>护照号码（意大利）</translation>
    </message>
    <message>
        <source>VAT number (Italy)</source>
        <translation>增值税号（意大利）</translation>
    </message>
    <message>
        <source>My Number (Japan)</source>
        <translation>个人编号（日本）</translation>
    </message>
    <message>
        <source>Business number (South Korea)</source>
        <translation>企业登记号（韩国）</translation>
    </message>
    <message>
        <source>Driving licence number (South Korea)</source>
        <translation>驾驶证号码（韩国）</translation>
    </message>
    <message>
        <source>Foreigner&apos;s number (South Korea)</source>
        <translation>外国人登记号（韩国）</translation>
    </message>
    <message>
        <source>Passport number (South Korea)</source>
        <translation>护照号码（韩国）</translation>
    </message>
    <message>
        <source>Resident number (South Korea)</source>
        <translation>居民登记号（韩国）</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Network device address (MAC)</source>
        <translation>网络设备地址（MAC）</translation>
    </message>
    <message>
        <source>Medical licence number</source>
        <translation>行医执照号码</translation>
    </message>
    <message>
        <source>Identity number (Nigeria)</source>
        <translation>身份号码（尼日利亚）</translation>
    </message>
    <message>
        <source>Number plate (Nigeria)</source>
        <translation>车牌号（尼日利亚）</translation>
    </message>
    <message>
        <source>Citizen service number (Netherlands)</source>
        <translation>公民服务号码（荷兰）</translation>
    </message>
    <message>
        <source>Nationality, religion or politics</source>
        <translation>国籍、宗教或政治</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人名</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Mobile number (Philippines)</source>
        <translation>手机号码（菲律宾）</translation>
    </message>
    <message>
        <source>Tax number (Philippines)</source>
        <translation>税号（菲律宾）</translation>
    </message>
    <message>
        <source>Identity number (Poland)</source>
        <translation>身份号码（波兰）</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>Company number (Sweden)</source>
        <translation>组织编号（瑞典）</translation>
    </message>
    <message>
        <source>Identity number (Sweden)</source>
        <translation>个人身份号码（瑞典）</translation>
    </message>
    <message>
        <source>Identity number (Singapore)</source>
        <translation>身份证号码（新加坡）</translation>
    </message>
    <message>
        <source>Company number (Singapore)</source>
        <translation>机构识别号（新加坡）</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>街道地址</translation>
    </message>
    <message>
        <source>Identity number (Thailand)</source>
        <translation>身份号码（泰国）</translation>
    </message>
    <message>
        <source>Number plate (Türkiye)</source>
        <translation>车牌号（土耳其）</translation>
    </message>
    <message>
        <source>Identity number (Türkiye)</source>
        <translation>身份号码（土耳其）</translation>
    </message>
    <message>
        <source>Telephone number (Türkiye)</source>
        <translation>电话号码（土耳其）</translation>
    </message>
    <message>
        <source>Driving licence number (United Kingdom)</source>
        <translation>驾驶证号码（英国）</translation>
    </message>
    <message>
        <source>Health service number (United Kingdom)</source>
        <translation>国民保健号码（英国）</translation>
    </message>
    <message>
        <source>National insurance number (United Kingdom)</source>
        <translation>国民保险号码（英国）</translation>
    </message>
    <message>
        <source>Passport number (United Kingdom)</source>
        <translation>护照号码（英国）</translation>
    </message>
    <message>
        <source>Postcode (United Kingdom)</source>
        <translation>邮政编码（英国）</translation>
    </message>
    <message>
        <source>Number plate (United Kingdom)</source>
        <translation>车牌号（英国）</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Bank account number (USA)</source>
        <translation>银行账号（美国）</translation>
    </message>
    <message>
        <source>Driving licence number (USA)</source>
        <translation>驾驶证号码（美国）</translation>
    </message>
    <message>
        <source>Taxpayer number (USA)</source>
        <translation>个人纳税识别号（美国）</translation>
    </message>
    <message>
        <source>Health insurance number (USA)</source>
        <translation>医疗保险号码（美国）</translation>
    </message>
    <message>
        <source>Health provider number (USA)</source>
        <translation>医疗服务者编号（美国）</translation>
    </message>
    <message>
        <source>Passport number (USA)</source>
        <translation>护照号码（美国）</translation>
    </message>
    <message>
        <source>Social security number (USA)</source>
        <translation>社会保障号码（美国）</translation>
    </message>
    <message>
        <source>Identity number (South Africa)</source>
        <translation>身份号码（南非）</translation>
    </message>
    <message>
        <source>ZIP code (USA)</source>
        <translation>邮政编码（美国）</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Show the window with a made-up assistant.</source>
        <translation>显示带有模拟助手的窗口。</translation>
    </message>
    <message>
        <source>Hearth is already running with this data folder but does not answer. Close it, then try again.</source>
        <translation>Hearth 已在使用此数据文件夹运行，但没有响应。请关闭它，然后重试。</translation>
    </message>
    <message>
        <source>Ask Hearth a quick question</source>
        <translation>向 Hearth 快速提问</translation>
    </message>
    <message>
        <source>It is deleted. You begin anew.</source>
        <translation>已删除。你将重新开始。</translation>
    </message>
    <message>
        <source>Open the small window for one question.</source>
        <translation>打开用于一个问题的小窗口。</translation>
    </message>
    <message>
        <source>Show a page: actions, library, models, settings.</source>
        <translation>打开页面：操作、资料库、模型、设置。</translation>
    </message>
</context>
</TS>
