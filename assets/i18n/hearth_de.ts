<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Ich bin dabei …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>More answers</source>
        <translation>Weitere Antworten</translation>
    </message>
    <message>
        <source>Yes, and do not ask again until I close Hearth</source>
        <translation>Ja, und nicht mehr fragen, bis ich Hearth schließe</translation>
    </message>
    <message>
        <source>Yes, and do not ask again</source>
        <translation>Ja, und nicht mehr fragen</translation>
    </message>
    <message>
        <source>No, and never do this</source>
        <translation>Nein, und nie wieder anbieten</translation>
    </message>
</context>
<context>
    <name>ActionField</name>
    <message>
        <source>Needed</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
</context>
<context>
    <name>ActionOutcome</name>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht getan: %1</translation>
    </message>
    <message>
        <source>Hearth was closed before you decided: %1</source>
        <translation>Hearth wurde geschlossen, bevor du entschieden hast: %1</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Notes and lists</source>
        <translation>Notizen und Listen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It rings again at %1.</source>
        <translation>Es klingelt wieder um %1.</translation>
    </message>
</context>
<context>
    <name>AdapterSection</name>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>Adapter that is no longer there: %1</source>
        <translation>Adapter, den es nicht mehr gibt: %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How strongly %1 works</source>
        <translation>Wie stark %1 wirkt</translation>
    </message>
    <message>
        <source>Take “%1” away</source>
        <translation>„%1“ wegnehmen</translation>
    </message>
    <message>
        <source>Add an adapter…</source>
        <translation>Adapter hinzufügen …</translation>
    </message>
    <message>
        <source>Add an adapter</source>
        <translation>Adapter hinzufügen</translation>
    </message>
    <message>
        <source>Adapters (*.gguf)</source>
        <translation>Adapter (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Nothing is in the calendar for these eight weeks.</source>
        <translation>In diesen acht Wochen steht nichts im Kalender.</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Termin hinzufügen</translation>
    </message>
    <message>
        <source>Four weeks further</source>
        <translation>Vier Wochen weiter</translation>
    </message>
</context>
<context>
    <name>AnswerSources</name>
    <message>
        <source>Searched in %1</source>
        <translation>Gesucht in %1</translation>
    </message>
    <message numerus="yes">
        <source>Searched %n document(s)</source>
        <translation>
            <numerusform>%n Dokument durchsucht</numerusform>
            <numerusform>%n Dokumente durchsucht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · nothing about this found</source>
        <translation>%1 · nichts dazu gefunden</translation>
    </message>
    <message>
        <source>%1 · %2 found · %3 used</source>
        <translation>%1 · %2 gefunden · %3 verwendet</translation>
    </message>
    <message>
        <source> · none from the time you named</source>
        <translation> · keine aus der genannten Zeit</translation>
    </message>
    <message>
        <source>No passage says this: %1</source>
        <translation>Keine Stelle sagt das: %1</translation>
    </message>
</context>
<context>
    <name>AnswerTips</name>
    <message>
        <source>No passage that was found says this.</source>
        <translation>Keine gefundene Stelle sagt das.</translation>
    </message>
</context>
<context>
    <name>ApprovalSection</name>
    <message>
        <source>Done without asking</source>
        <translation>Wird ohne Nachfrage getan</translation>
    </message>
    <message>
        <source>Done without asking until you close Hearth</source>
        <translation>Wird ohne Nachfrage getan, bis du Hearth schließt</translation>
    </message>
    <message>
        <source>Never done</source>
        <translation>Wird nie getan</translation>
    </message>
    <message>
        <source>What I may do</source>
        <translation>Was ich darf</translation>
    </message>
    <message>
        <source>I read freely, and ask before I change anything. What you chose otherwise on a card is listed here.</source>
        <translation>Ich lese frei und frage, bevor ich etwas ändere. Was du auf einer Karte anders gewählt hast, steht hier.</translation>
    </message>
    <message>
        <source>I ask before every change.</source>
        <translation>Ich frage vor jeder Änderung.</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Mich wieder fragen</translation>
    </message>
</context>
<context>
    <name>AssistantMessage</name>
    <message>
        <source>Hearth: %1</source>
        <translation>Hearth: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open a larger model…</source>
        <translation>Ein größeres Modell öffnen …</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>Ich denke nach …</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>%1 s nachgedacht</translation>
    </message>
    <message>
        <source>You stopped this answer.</source>
        <translation>Du hast diese Antwort angehalten.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Answered by %1; your own names and numbers are put back.</source>
        <translation>Beantwortet von %1; deine eigenen Namen und Nummern sind wieder eingesetzt.</translation>
    </message>
    <message>
        <source>Answered by %1 at %2; your own names and numbers are put back.</source>
        <translation>Beantwortet von %1 bei %2; deine eigenen Namen und Nummern sind wieder eingesetzt.</translation>
    </message>
    <message>
        <source>What was replaced</source>
        <translation>Was ersetzt wurde</translation>
    </message>
</context>
<context>
    <name>AttachedFiles</name>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>This file is long: answers quote the passages that fit.</source>
        <translation>Diese Datei ist lang: Antworten zitieren die passenden Stellen.</translation>
    </message>
</context>
<context>
    <name>AttachmentLine</name>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CalendarHeader</name>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>How to show the calendar</source>
        <translation>Wie der Kalender gezeigt wird</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Add an event to the calendar</source>
        <translation>Einen Termin in den Kalender eintragen</translation>
    </message>
</context>
<context>
    <name>CalendarTab</name>
    <message>
        <source>These files of the calendar cannot be read:
%1</source>
        <translation>Diese Dateien des Kalenders sind nicht lesbar:
%1</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>Another colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
    <message>
        <source>Too dark to be read here (%1:1, and 4.5:1 are needed): I use a lighter one.</source>
        <translation>Hier zu dunkel zum Lesen (%1:1, nötig sind 4,5:1): Ich nehme eine hellere.</translation>
    </message>
    <message>
        <source>Too light to be read here (%1:1, and 4.5:1 are needed): I use a darker one.</source>
        <translation>Hier zu hell zum Lesen (%1:1, nötig sind 4,5:1): Ich nehme eine dunklere.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchtest du tun?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Hier heißt nichts so.</translation>
    </message>
</context>
<context>
    <name>CommandRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>New temporary conversation</source>
        <translation>Neues flüchtiges Gespräch</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>Continue the answer</source>
        <translation>Antwort fortsetzen</translation>
    </message>
    <message>
        <source>Confirm the card</source>
        <translation>Karte bestätigen</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Rename this conversation</source>
        <translation>Dieses Gespräch umbenennen</translation>
    </message>
    <message>
        <source>Pin or unpin this conversation</source>
        <translation>Dieses Gespräch anheften oder lösen</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>Dieses Gespräch löschen</translation>
    </message>
    <message>
        <source>Export this conversation</source>
        <translation>Dieses Gespräch exportieren</translation>
    </message>
    <message>
        <source>Export all conversations</source>
        <translation>Alle Gespräche exportieren</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Search all conversations</source>
        <translation>Alle Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Voriges Gespräch</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächstes Gespräch</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the side bar</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>Kurze Frage</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Add from another program</source>
        <translation>Von einem anderen Programm hinzufügen</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask me, or tell me what to do</source>
        <translation>Frag mich, oder sag mir, was ich tun soll</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Send after this answer (Enter)</source>
        <translation>Nach dieser Antwort senden (Eingabe)</translation>
    </message>
</context>
<context>
    <name>ContextMark</name>
    <message>
        <source>The conversation is longer than the model can hold: its first %1 messages are summarized</source>
        <translation>Das Gespräch ist länger, als das Modell fassen kann: Die ersten %1 Nachrichten sind zusammengefasst</translation>
    </message>
    <message>
        <source>The conversation is longer than the model can hold: its first %1 messages are left out</source>
        <translation>Das Gespräch ist länger, als das Modell fassen kann: Die ersten %1 Nachrichten sind weggelassen</translation>
    </message>
    <message>
        <source>%1, %2 more are left out</source>
        <translation>%1, %2 weitere sind weggelassen</translation>
    </message>
    <message>
        <source>What was said there is kept here, but the model did not see it for this answer.</source>
        <translation>Was dort gesagt wurde, bleibt hier erhalten, aber das Modell hat es für diese Antwort nicht gesehen.</translation>
    </message>
</context>
<context>
    <name>ConversationDialogs</name>
    <message>
        <source>Export to a file</source>
        <translation>In eine Datei exportieren</translation>
    </message>
    <message>
        <source>Markdown, to read (*.md)</source>
        <translation>Markdown, zum Lesen (*.md)</translation>
    </message>
    <message>
        <source>JSON, with everything (*.json)</source>
        <translation>JSON, mit allem (*.json)</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Hearth or ChatGPT (*.json *.md)</source>
        <translation>Hearth oder ChatGPT (*.json *.md)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Attach files to the message</source>
        <translation>Dateien an die Nachricht anhängen</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>%1, pinned</source>
        <translation>%1, angeheftet</translation>
    </message>
    <message>
        <source>Name of the conversation</source>
        <translation>Name des Gesprächs</translation>
    </message>
    <message>
        <source>More for “%1”</source>
        <translation>Mehr zu „%1“</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>A card waits for your yes</source>
        <translation>Eine Karte wartet auf dein Ja</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Pick a day</source>
        <translation>Tag wählen</translation>
    </message>
</context>
<context>
    <name>DayPanel</name>
    <message>
        <source>Nothing is planned.</source>
        <translation>Nichts ist geplant.</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>Termin hinzufügen</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every weekday</source>
        <translation>jeden Werktag</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>alle zwei Wochen</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>wiederholt sich</translation>
    </message>
</context>
<context>
    <name>DeleteEventDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>It repeats. Should only this one go, or all of them?</source>
        <translation>Der Termin wiederholt sich. Soll nur dieser weg oder alle?</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur dieser</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>DialogPage</name>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Find in your documents</source>
        <translation>In deinen Dokumenten suchen</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Ordner zur Bibliothek hinzufügen</translation>
    </message>
</context>
<context>
    <name>EgressRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
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
        <translation>Was dieses Gerät verlassen hat</translation>
    </message>
    <message>
        <source>Hearth sends no telemetry: nothing about how you use it is counted or sent.</source>
        <translation>Hearth sendet keine Telemetrie: Wie du es benutzt, wird weder gezählt noch gesendet.</translation>
    </message>
    <message>
        <source>Nothing has left this device. Hearth sends no telemetry: nothing about how you use it is counted or sent.</source>
        <translation>Nichts hat dieses Gerät verlassen. Hearth sendet keine Telemetrie: Wie du es benutzt, wird weder gezählt noch gesendet.</translation>
    </message>
</context>
<context>
    <name>EmptyLibrary</name>
    <message>
        <source>“Who signed the rental contract?”</source>
        <translation>„Wer hat den Mietvertrag unterschrieben?“</translation>
    </message>
    <message>
        <source>“What did the bicycle cost?”</source>
        <translation>„Was hat das Fahrrad gekostet?“</translation>
    </message>
    <message>
        <source>Ask your own documents</source>
        <translation>Frag deine eigenen Dokumente</translation>
    </message>
    <message>
        <source>Give me a folder and I read what is in it: PDF, scans, office files, mail, tables, e-books, notes, source code. Then ask me, and I answer with the passage it stands in. Nothing is copied and nothing leaves this device.</source>
        <translation>Gib mir einen Ordner, und ich lese, was darin ist: PDF, Scans, Office-Dateien, E-Mails, Tabellen, E-Books, Notizen, Quelltext. Dann frag mich, und ich antworte mit der Stelle, an der es steht. Nichts wird kopiert, und nichts verlässt dieses Gerät.</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>“What is this project about?”</source>
        <translation>„Worum geht es in diesem Projekt?“</translation>
    </message>
    <message>
        <source>You can also drop a folder on this page. For a single file, attach it to a conversation.</source>
        <translation>Du kannst einen Ordner auch auf diese Seite ziehen. Eine einzelne Datei hängst du einem Gespräch an.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>What can I do for you?</source>
        <translation>Was kann ich für dich tun?</translation>
    </message>
    <message>
        <source>I work on this device, also without a network. I ask before I change anything.</source>
        <translation>Ich arbeite auf diesem Gerät, auch ohne Netz. Ich frage, bevor ich etwas ändere.</translation>
    </message>
    <message>
        <source>Put it in the calendar</source>
        <translation>In den Kalender damit</translation>
    </message>
    <message>
        <source>Set up lunch with my sister tomorrow at noon for 90 minutes</source>
        <translation>Set up lunch with my sister tomorrow at noon for 90 minutes</translation>
    </message>
    <message>
        <source>Remember it for me</source>
        <translation>Merk es dir für mich</translation>
    </message>
    <message>
        <source>Remind me to water the plants this evening at 7</source>
        <translation>Remind me to water the plants this evening at 7</translation>
    </message>
    <message>
        <source>Keep a list</source>
        <translation>Führ eine Liste</translation>
    </message>
    <message>
        <source>Add olive oil and rice to the shopping list</source>
        <translation>Add olive oil and rice to the shopping list</translation>
    </message>
    <message>
        <source>A temporary conversation</source>
        <translation>Ein flüchtiges Gespräch</translation>
    </message>
    <message>
        <source>What we say here is never written down. It is gone when you leave it. What I do for you, such as an entry in the calendar, stays.</source>
        <translation>Was wir hier sagen, wird nie aufgeschrieben. Es ist weg, wenn du es verlässt. Was ich für dich tue, etwa ein Eintrag im Kalender, bleibt.</translation>
    </message>
    <message>
        <source>I understand requests in English, as in these examples.</source>
        <translation>Anweisungen verstehe ich auf Englisch, wie in diesen Beispielen.</translation>
    </message>
</context>
<context>
    <name>EventBlock</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>New event</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation>Ganze Tage</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Day it starts</source>
        <translation>Tag des Beginns</translation>
    </message>
    <message>
        <source>Time it starts</source>
        <translation>Zeit des Beginns</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Day it ends</source>
        <translation>Tag des Endes</translation>
    </message>
    <message>
        <source>Time it ends</source>
        <translation>Zeit des Endes</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Zu Beginn</translation>
    </message>
    <message>
        <source>5 minutes before</source>
        <translation>5 Minuten vorher</translation>
    </message>
    <message>
        <source>15 minutes before</source>
        <translation>15 Minuten vorher</translation>
    </message>
    <message>
        <source>30 minutes before</source>
        <translation>30 Minuten vorher</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>1 Stunde vorher</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>1 Tag vorher</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n Minute vorher</numerusform>
            <numerusform>%n Minuten vorher</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Nur dieser</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Which of the row to change</source>
        <translation>Welchen der Reihe ändern</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>In den Kalender</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>EventRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>Try: %1</source>
        <translation>Versuch: %1</translation>
    </message>
</context>
<context>
    <name>FitPill</name>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Won&apos;t fit</source>
        <translation>Passt nicht</translation>
    </message>
</context>
<context>
    <name>FoldLine</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Zugeklappt</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Waiting to be read</source>
        <translation>Wartet darauf, gelesen zu werden</translation>
    </message>
    <message>
        <source>Up to date · last change %1</source>
        <translation>Auf dem neuesten Stand · letzte Änderung %1</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Look through %1 again</source>
        <translation>%1 neu durchsehen</translation>
    </message>
    <message>
        <source>What of %1 is read</source>
        <translation>Was von %1 gelesen wird</translation>
    </message>
    <message>
        <source>Take %1 out of the library</source>
        <translation>%1 aus der Bibliothek nehmen</translation>
    </message>
    <message>
        <source>It is not there now. What I read of it is kept; plug the disk in, or take the folder out.</source>
        <translation>Er ist gerade nicht da. Was ich daraus gelesen habe, bleibt; schließ den Datenträger an oder nimm den Ordner heraus.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderDrop</name>
    <message>
        <source>Drop a folder here and I read its documents</source>
        <translation>Zieh einen Ordner hierher, und ich lese seine Dokumente</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>FoundItem</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>FoundPassages</name>
    <message>
        <source>Nothing like that is in what you chose. It may be in another folder, kind or time.</source>
        <translation>Nichts dergleichen ist in dem, was du gewählt hast. Vielleicht steht es in einem anderen Ordner, einer anderen Art oder Zeit.</translation>
    </message>
    <message>
        <source>Nothing like that is in your documents. Try other words, or see below the folders what could not be read.</source>
        <translation>Nichts dergleichen ist in deinen Dokumenten. Versuch es mit anderen Worten, oder sieh unter den Ordnern nach, was nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
</context>
<context>
    <name>GuestDialog</name>
    <message>
        <source>From another program</source>
        <translation>Von einem anderen Programm</translation>
    </message>
    <message>
        <source>No program offers texts or prompts. Name one under “Tools of other programs” on the page Privacy.</source>
        <translation>Kein Programm bietet Texte oder Vorlagen an. Nenn eines unter „Werkzeuge anderer Programme“ auf der Seite Privatsphäre.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>GuestOffer</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (if you like)</source>
        <translation>%1 (wenn du magst)</translation>
    </message>
</context>
<context>
    <name>GuestRow</name>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet …</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>Has crashed</source>
        <translation>Ist abgestürzt</translation>
    </message>
    <message>
        <source>Did not answer in time and was stopped</source>
        <translation>Hat nicht rechtzeitig geantwortet und wurde beendet</translation>
    </message>
    <message>
        <source>Could not be used</source>
        <translation>Ließ sich nicht verwenden</translation>
    </message>
    <message>
        <source>Does not run</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Forget “%1”</source>
        <translation>„%1“ vergessen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Tools that may run without asking</source>
        <translation>Werkzeuge, die ohne Nachfrage laufen dürfen</translation>
    </message>
    <message>
        <source>It also offers texts or prompts: type /from in a conversation to bring one in.</source>
        <translation>Er bietet auch Texte oder Vorlagen an: Tipp in einem Gespräch /from, um etwas hereinzuholen.</translation>
    </message>
</context>
<context>
    <name>GuestSection</name>
    <message>
        <source>Tools of other programs</source>
        <translation>Werkzeuge anderer Programme</translation>
    </message>
    <message>
        <source>Servers of the Model Context Protocol. A larger model on this computer may propose to use their tools; each call waits for your yes unless you say otherwise. A server is a program of its own and can do what you can: add only those you trust.</source>
        <translation>Server des Model Context Protocol. Ein größeres Modell auf diesem Computer darf vorschlagen, ihre Werkzeuge zu nutzen; jeder Aufruf wartet auf dein Ja, wenn du nichts anderes sagst. Ein Server ist ein eigenes Programm und kann, was du kannst: Füge nur solche hinzu, denen du vertraust.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Command, or address beginning with https://</source>
        <translation>Befehl oder Adresse, die mit https:// beginnt</translation>
    </message>
    <message>
        <source>Command or address of the server</source>
        <translation>Befehl oder Adresse des Servers</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>HandlingLine</name>
    <message>
        <source>Goes as it is</source>
        <translation>Geht so hinaus</translation>
    </message>
    <message>
        <source>Goes as a stand-in</source>
        <translation>Geht als Platzhalter</translation>
    </message>
    <message>
        <source>Never leaves</source>
        <translation>Geht nie hinaus</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Unterschiedlich</translation>
    </message>
</context>
<context>
    <name>KindGroupRow</name>
    <message>
        <source>All %1 kinds</source>
        <translation>Alle %1 Arten</translation>
    </message>
    <message>
        <source>%1 of %2 kinds</source>
        <translation>%1 von %2 Arten</translation>
    </message>
    <message>
        <source>Hide the kinds</source>
        <translation>Arten ausblenden</translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation>Einzeln wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>KindSection</name>
    <message>
        <source>What counts as personal</source>
        <translation>Was als persönlich gilt</translation>
    </message>
    <message>
        <source>What is off here goes elsewhere as you write it. Keys and wallets never leave this device while they are on.</source>
        <translation>Was hier ausgeschaltet ist, geht nach außen, wie du es schreibst. Schlüssel und Geldbörsen verlassen dieses Gerät nie, solange sie eingeschaltet sind.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>No document</source>
        <translation>Kein Dokument</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Unpacks to too much</source>
        <translation>Entpackt sich zu zu viel</translation>
    </message>
    <message>
        <source>Too slow</source>
        <translation>Zu langsam</translation>
    </message>
    <message>
        <source>Too much memory</source>
        <translation>Zu viel Speicher</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Program missing</source>
        <translation>Programm fehlt</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wird noch geschrieben</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>sheet %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>lines %1–%2</source>
        <translation>Zeilen %1–%2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the list “%1”</source>
        <translation>Die Liste „%1“ löschen</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Add an item to “%1”</source>
        <translation>Eintrag zu „%1“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>ListItemRow</name>
    <message>
        <source>Words of the item</source>
        <translation>Wortlaut des Eintrags</translation>
    </message>
    <message>
        <source>Keep the change</source>
        <translation>Änderung behalten</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Take “%1” off the list</source>
        <translation>„%1“ von der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>without asking, as you allowed</source>
        <translation>ohne zu fragen, wie du erlaubt hast</translation>
    </message>
    <message>
        <source>you said “%1”</source>
        <translation>du sagtest „%1“</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>asked elsewhere</source>
        <translation>anderswo gefragt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>LogTab</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Notes and lists</source>
        <translation>Notizen und Listen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Nothing has been done yet. Whatever I do for you is written down here before it is done.</source>
        <translation>Noch wurde nichts getan. Was ich für dich tue, steht hier, bevor es getan wird.</translation>
    </message>
    <message>
        <source>Nothing of this kind has been done.</source>
        <translation>Nichts dieser Art wurde getan.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Personal data</source>
        <translation>Persönliche Daten</translation>
    </message>
    <message>
        <source>Before words go to a model elsewhere, names, numbers and addresses are replaced by stand-ins. Try it here; nothing is sent.</source>
        <translation>Bevor Worte zu einem Modell anderswo gehen, werden Namen, Nummern und Adressen durch Platzhalter ersetzt. Probier es hier aus; nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Type or paste a text</source>
        <translation>Text eingeben oder einfügen</translation>
    </message>
    <message>
        <source>Text to look for personal data in</source>
        <translation>Text, in dem nach persönlichen Daten gesucht wird</translation>
    </message>
    <message>
        <source>Nothing personal is found in it.</source>
        <translation>Darin wird nichts Persönliches gefunden.</translation>
    </message>
    <message>
        <source>Another model would see:</source>
        <translation>Ein anderes Modell sähe:</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>MachineCard</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
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
        <translation>Das Gespräch ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 actions still wait for your yes.</source>
        <translation>%1 Aktionen warten noch auf dein Ja.</translation>
    </message>
    <message>
        <source>This still waits for your yes: %1</source>
        <translation>Das wartet noch auf dein Ja: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Previous version</source>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Fassung %1 von %2</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Ändern und neu senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>Your message</source>
        <translation>Deine Nachricht</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Neu senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
</context>
<context>
    <name>ModelDialog</name>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>%1, %2, answers now</source>
        <translation>%1, %2, antwortet jetzt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ModelFileRow</name>
    <message>
        <source>No longer there: %1</source>
        <translation>Nicht mehr da: %1</translation>
    </message>
    <message>
        <source>Answers in conversation; it gave its memory back until you need it</source>
        <translation>Antwortet im Gespräch; hat seinen Speicher zurückgegeben, bis du es brauchst</translation>
    </message>
    <message>
        <source>Answers in conversation · %1</source>
        <translation>Antwortet im Gespräch · %1</translation>
    </message>
    <message>
        <source>%1 · lies in %2</source>
        <translation>%1 · liegt in %2</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>Kopieren anhalten</translation>
    </message>
    <message>
        <source>Copy “%1” into Hearth&apos;s folder</source>
        <translation>„%1“ in Hearths Ordner kopieren</translation>
    </message>
    <message>
        <source>Forget “%1”; its file stays</source>
        <translation>„%1“ vergessen; die Datei bleibt</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Opening %1, %2 %</source>
        <translation>%1 wird geöffnet, %2 %</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ein anderes öffnen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do not open it</source>
        <translation>Nicht öffnen</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Ein Modell öffnen …</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>Keep an unused model in memory</source>
        <translation>Ein ungenutztes Modell im Speicher behalten</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Zum Herunterladen</translation>
    </message>
    <message>
        <source>Well-known models, from their makers&apos; pages. A download can be paused, goes on after a cut, and is checked before it is used. Nothing you write goes there.</source>
        <translation>Bekannte Modelle, von den Seiten ihrer Hersteller. Ein Download lässt sich anhalten, geht nach einer Unterbrechung weiter und wird vor dem Gebrauch geprüft. Nichts, was du schreibst, geht dorthin.</translation>
    </message>
    <message>
        <source>You are offline. Downloads wait until you switch that off at the foot of the side bar.</source>
        <translation>Du bist offline. Downloads warten, bis du das am Fuß der Seitenleiste ausschaltest.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 is forgotten; its file stays where it is.</source>
        <translation>%1 ist vergessen; die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>MonthDay</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>NoteRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>There are no notes and no lists. You can also just say it: “make a note that the key is under the mat”, “put milk on the shopping list”.</source>
        <translation>Es gibt keine Notizen und keine Listen. Du kannst es auch einfach sagen: „make a note that the key is under the mat“, „put milk on the shopping list“.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Suits this computer</source>
        <translation>Passt zu diesem Computer</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>Angehalten · %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>You are offline: switch that off at the foot of the side bar</source>
        <translation>Du bist offline: Schalte das am Fuß der Seitenleiste aus</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Delete what has come</source>
        <translation>Angekommenes löschen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Answers in conversation</source>
        <translation>Antwortet im Gespräch</translation>
    </message>
</context>
<context>
    <name>OfflineButton</name>
    <message>
        <source>Offline: nothing leaves this device. Press to go online</source>
        <translation>Offline: nichts verlässt dieses Gerät. Drück, um online zu gehen</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
</context>
<context>
    <name>PageDrop</name>
    <message>
        <source>Drop the model here to talk with it</source>
        <translation>Lass das Modell hier los, um mit ihm zu sprechen</translation>
    </message>
    <message>
        <source>Drop it here to add it to your message</source>
        <translation>Lass es hier los, um es deiner Nachricht hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>PageFrame</name>
    <message>
        <source>Show the side bar (Ctrl+B)</source>
        <translation>Seitenleiste zeigen (Strg+B)</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Show the side bar (Ctrl+B)</source>
        <translation>Seitenleiste zeigen (Strg+B)</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Neues Gespräch (Strg+N)</translation>
    </message>
    <message>
        <source>Temporary, never written</source>
        <translation>Flüchtig, nie gespeichert</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
</context>
<context>
    <name>PassageRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Your passphrase</source>
        <translation>Deine Passphrase</translation>
    </message>
    <message>
        <source>New passphrase, at least 8 characters</source>
        <translation>Neue Passphrase, mindestens 8 Zeichen</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>These are not the same.</source>
        <translation>Sie stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Open by itself when I am logged in</source>
        <translation>Von selbst öffnen, wenn ich angemeldet bin</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring keeps a key to it. The passphrase opens it always.</source>
        <translation>Der Schlüsselbund des Desktops bewahrt einen Schlüssel dazu. Die Passphrase öffnet es immer.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
</context>
<context>
    <name>PlaceTable</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>PolicyGroupRow</name>
    <message>
        <source>Hide the kinds</source>
        <translation>Arten ausblenden</translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation>Einzeln wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>What may leave</source>
        <translation>Was hinausgehen darf</translation>
    </message>
    <message>
        <source>These rules hold for every conversation with a larger model elsewhere.</source>
        <translation>Diese Regeln gelten für jedes Gespräch mit einem größeren Modell anderswo.</translation>
    </message>
    <message>
        <source>Until it can be read, nothing goes to a model elsewhere.</source>
        <translation>Bis sie gelesen werden kann, geht nichts an ein Modell anderswo.</translation>
    </message>
    <message>
        <source>Lay it aside and begin anew</source>
        <translation>Beiseitelegen und neu beginnen</translation>
    </message>
    <message>
        <source>These rules are for</source>
        <translation>Diese Regeln gelten für</translation>
    </message>
    <message>
        <source>Every host</source>
        <translation>Jeden Rechner</translation>
    </message>
    <message>
        <source>Host that these rules are for</source>
        <translation>Rechner, für den diese Regeln gelten</translation>
    </message>
    <message>
        <source>Hosts that may be reached</source>
        <translation>Rechner, die erreicht werden dürfen</translation>
    </message>
    <message>
        <source>No host may be reached.</source>
        <translation>Kein Rechner darf erreicht werden.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing leaves this device: no downloads, no models elsewhere.</source>
        <translation>Nichts verlässt dieses Gerät: keine Downloads, keine Modelle anderswo.</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen …</translation>
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
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Sent when this answer is finished</source>
        <translation>Wird gesendet, wenn diese Antwort fertig ist</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Waiting message</source>
        <translation>Wartende Nachricht</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
</context>
<context>
    <name>QuickAskWindow</name>
    <message>
        <source>Quick question – Hearth</source>
        <translation>Kurze Frage – Hearth</translation>
    </message>
    <message>
        <source>Ask me, or tell me what to do</source>
        <translation>Frag mich, oder sag mir, was ich tun soll</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Anhalten (Esc)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>Ich bin dabei …</translation>
    </message>
    <message>
        <source>Continue in the window</source>
        <translation>Im Fenster fortsetzen</translation>
    </message>
</context>
<context>
    <name>ReminderForm</name>
    <message>
        <source>New alarm</source>
        <translation>Neuer Wecker</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Wecker</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Neue Erinnerung</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Remind me of</source>
        <translation>Erinnere mich an</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Set alarm</source>
        <translation>Wecker stellen</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnere mich</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReminderRow</name>
    <message>
        <source>snoozed until %1</source>
        <translation>schlummert bis %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>rings %1</source>
        <translation>klingelt %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stop the timer</source>
        <translation>Timer anhalten</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>In 10 minutes</source>
        <translation>In 10 Minuten</translation>
    </message>
    <message>
        <source>1 minute more</source>
        <translation>1 Minute mehr</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>RemindersTab</name>
    <message>
        <source>Timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>New reminder</source>
        <translation>Neue Erinnerung</translation>
    </message>
    <message>
        <source>New alarm</source>
        <translation>Neuer Wecker</translation>
    </message>
    <message>
        <source>New timer</source>
        <translation>Neuer Timer</translation>
    </message>
    <message>
        <source>These files cannot be read:
%1</source>
        <translation>Diese Dateien sind nicht lesbar:
%1</translation>
    </message>
    <message>
        <source>No reminder, alarm or timer is set. You can also just say it: “remind me to call the bank tomorrow at 10”, “wake me at 7”, “timer for 8 minutes”.</source>
        <translation>Keine Erinnerung, kein Wecker, kein Timer ist gestellt. Du kannst es auch einfach sagen: „remind me to call the bank tomorrow at 10“, „wake me at 7“, „timer for 8 minutes“.</translation>
    </message>
</context>
<context>
    <name>RemotePicker</name>
    <message>
        <source>Offline: stays here</source>
        <translation>Offline: bleibt hier</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Bleibt hier</translation>
    </message>
    <message>
        <source>Asks before sending</source>
        <translation>Fragt vor dem Senden</translation>
    </message>
    <message>
        <source>Sends when unsure</source>
        <translation>Sendet, wenn unsicher</translation>
    </message>
    <message>
        <source>A larger model elsewhere: %1</source>
        <translation>Ein größeres Modell anderswo: %1</translation>
    </message>
    <message>
        <source>Never send anything</source>
        <translation>Nie etwas senden</translation>
    </message>
    <message>
        <source>Show me each time what would go</source>
        <translation>Mir jedes Mal zeigen, was hinginge</translation>
    </message>
    <message>
        <source>Send when the model here is unsure</source>
        <translation>Senden, wenn das Modell hier unsicher ist</translation>
    </message>
</context>
<context>
    <name>RemoteSection</name>
    <message>
        <source>A larger model elsewhere</source>
        <translation>Ein größeres Modell anderswo</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI&apos;s interface. A conversation asks it only where you allow that, and names, numbers and addresses go as stand-ins.</source>
        <translation>Jeder Server, der die Schnittstelle von OpenAI spricht. Ein Gespräch fragt ihn nur, wo du es erlaubst, und Namen, Nummern und Adressen gehen als Platzhalter hin.</translation>
    </message>
    <message>
        <source>You are offline: nothing is sent, and the model on this computer answers.</source>
        <translation>Du bist offline: Nichts wird gesendet, das Modell auf diesem Computer antwortet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>A key is kept; type another to replace it</source>
        <translation>Ein Schlüssel ist hinterlegt; gib einen anderen ein, um ihn zu ersetzen</translation>
    </message>
    <message>
        <source>Where the server wants one</source>
        <translation>Wo der Server einen verlangt</translation>
    </message>
    <message>
        <source>Key to the server</source>
        <translation>Schlüssel für den Server</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model of the server</source>
        <translation>Modell des Servers</translation>
    </message>
    <message>
        <source>New conversations</source>
        <translation>Neue Gespräche</translation>
    </message>
    <message>
        <source>Never ask it</source>
        <translation>Nie fragen</translation>
    </message>
    <message>
        <source>Ask me each time</source>
        <translation>Mich jedes Mal fragen</translation>
    </message>
    <message>
        <source>Ask it where the model here is unsure</source>
        <translation>Ihn fragen, wo das Modell hier unsicher ist</translation>
    </message>
    <message>
        <source>Whether new conversations may ask it</source>
        <translation>Ob neue Gespräche ihn fragen dürfen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
</context>
<context>
    <name>RemoveFolderDialog</name>
    <message>
        <source>Take the folder out?</source>
        <translation>Ordner herausnehmen?</translation>
    </message>
    <message>
        <source>I forget what I read in %1, and no longer look at it. Its files stay where they are. You can add it again at any time; it is then read anew.</source>
        <translation>Ich vergesse, was ich in %1 gelesen habe, und sehe nicht mehr hinein. Die Dateien bleiben, wo sie sind. Du kannst den Ordner jederzeit wieder hinzufügen; er wird dann neu gelesen.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>Does not repeat</source>
        <translation>Wiederholt sich nicht</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every weekday</source>
        <translation>Jeden Werktag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Alle zwei Wochen</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Jedes Jahr</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Wie es ist: %1</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>What was replaced</source>
        <translation>Was ersetzt wurde</translation>
    </message>
    <message>
        <source>In what went elsewhere, the words on the left were replaced by those on the right. This list is kept encrypted, and goes with the conversation.</source>
        <translation>In dem, was nach außen ging, wurden die Wörter links durch die rechts ersetzt. Diese Liste liegt verschlüsselt und verschwindet mit dem Gespräch.</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>Nichts wurde ersetzt.</translation>
    </message>
    <message>
        <source>%1: %2 for %3</source>
        <translation>%1: %2 für %3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>What of %1 is read</source>
        <translation>Was von %1 gelesen wird</translation>
    </message>
    <message>
        <source>Leave these out, one a line: a name (“drafts”), an ending (“*.log”), or a path below the folder (“old/2019”).</source>
        <translation>Diese auslassen, je Zeile einen: einen Namen („Entwürfe“), eine Endung („*.log“) oder einen Pfad unter dem Ordner („alt/2019“).</translation>
    </message>
    <message>
        <source>Names that are left out</source>
        <translation>Ausgelassene Namen</translation>
    </message>
    <message>
        <source>Hidden files too</source>
        <translation>Auch versteckte Dateien</translation>
    </message>
    <message>
        <source>Those whose name begins with a dot.</source>
        <translation>Solche, deren Name mit einem Punkt beginnt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>SealSection</name>
    <message>
        <source>Seal</source>
        <translation>Versiegeln</translation>
    </message>
    <message>
        <source>Your conversations and the log are sealed. Your passphrase opens them, and the desktop&apos;s keyring.</source>
        <translation>Deine Gespräche und das Protokoll sind versiegelt. Deine Passphrase öffnet sie, und der Schlüsselbund des Desktops.</translation>
    </message>
    <message>
        <source>Your conversations and the log are sealed. Your passphrase opens them.</source>
        <translation>Deine Gespräche und das Protokoll sind versiegelt. Deine Passphrase öffnet sie.</translation>
    </message>
    <message>
        <source>Whoever gets hold of this computer&apos;s disk could read your conversations. Sealed, they open with a passphrase alone.</source>
        <translation>Wer an die Platte dieses Computers kommt, könnte deine Gespräche lesen. Versiegelt öffnen sie sich nur mit einer Passphrase.</translation>
    </message>
    <message>
        <source>Seal my data…</source>
        <translation>Meine Daten versiegeln …</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Passphrase ändern …</translation>
    </message>
    <message>
        <source>Unseal…</source>
        <translation>Entsiegeln …</translation>
    </message>
    <message>
        <source>Seal my data</source>
        <translation>Meine Daten versiegeln</translation>
    </message>
    <message>
        <source>The window closes for a moment and opens again. Without the passphrase nobody can read your data, and nobody can bring it back.</source>
        <translation>Das Fenster schließt sich kurz und öffnet sich wieder. Ohne die Passphrase kann niemand deine Daten lesen, und niemand kann sie zurückholen.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Unseal my data</source>
        <translation>Meine Daten entsiegeln</translation>
    </message>
    <message>
        <source>Unseal</source>
        <translation>Entsiegeln</translation>
    </message>
    <message>
        <source>The window closes for a moment and opens again.</source>
        <translation>Das Fenster schließt sich kurz und öffnet sich wieder.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>All folders</source>
        <translation>Alle Ordner</translation>
    </message>
    <message>
        <source>Folder to search</source>
        <translation>Zu durchsuchender Ordner</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Art des Dokuments</translation>
    </message>
    <message>
        <source>Time of the document</source>
        <translation>Zeit des Dokuments</translation>
    </message>
</context>
<context>
    <name>SearchPicker</name>
    <message numerus="yes">
        <source>%n attached file(s)</source>
        <translation>
            <numerusform>%n angehängte Datei</numerusform>
            <numerusform>%n angehängte Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>No documents</source>
        <translation>Keine Dokumente</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Alle Dokumente</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Answers come from: %1</source>
        <translation>Antworten kommen aus: %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Found places</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>No conversation has these words.</source>
        <translation>Kein Gespräch enthält diese Worte.</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
</context>
<context>
    <name>SendCard</name>
    <message>
        <source>What will be sent to %1</source>
        <translation>Was an %1 gesendet wird</translation>
    </message>
    <message>
        <source>Nothing personal was found in it: it goes as it is.</source>
        <translation>Darin wurde nichts Persönliches gefunden: Es geht so, wie es ist.</translation>
    </message>
    <message>
        <source>What is personal goes as stand-ins, and is put back in the answer.</source>
        <translation>Persönliches geht als Platzhalter hin und wird in der Antwort wieder eingesetzt.</translation>
    </message>
    <message>
        <source>Show the earlier messages that go with it</source>
        <translation>Die früheren Nachrichten zeigen, die mitgehen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>The model on this computer answers</source>
        <translation>Das Modell auf diesem Computer antwortet</translation>
    </message>
</context>
<context>
    <name>SendLine</name>
    <message>
        <source>You wrote</source>
        <translation>Du hast geschrieben</translation>
    </message>
    <message>
        <source>I answered</source>
        <translation>Ich habe geantwortet</translation>
    </message>
    <message>
        <source>What goes there</source>
        <translation>Was dorthin geht</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark pages, or as the desktop says</source>
        <translation>Helle oder dunkle Seiten, oder wie der Desktop es sagt</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Colour of what is chosen and of the one thing to do</source>
        <translation>Farbe dessen, was gewählt ist, und der einen Sache, die zu tun ist</translation>
    </message>
    <message>
        <source>Ember</source>
        <translation>Glut</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Forest</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>Lake</source>
        <translation>See</translation>
    </message>
    <message>
        <source>Dusk</source>
        <translation>Dämmerung</translation>
    </message>
    <message>
        <source>Berry</source>
        <translation>Beere</translation>
    </message>
    <message>
        <source>Stone</source>
        <translation>Stein</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of all text, times the usual one</source>
        <translation>Größe aller Schrift, als Vielfaches der üblichen</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing moves but what you move</source>
        <translation>Nichts bewegt sich, außer was du bewegst</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of buttons and pages; I understand requests in English</source>
        <translation>Der Knöpfe und Seiten; Anweisungen verstehe ich auf Englisch</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Where lines and the window begin</source>
        <translation>Wo Zeilen und das Fenster beginnen</translation>
    </message>
    <message>
        <source>As the language</source>
        <translation>Wie die Sprache</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing leaves this device: no downloads, no other servers</source>
        <translation>Nichts verlässt dieses Gerät: keine Downloads, keine anderen Server</translation>
    </message>
    <message>
        <source>Larger model</source>
        <translation>Größeres Modell</translation>
    </message>
    <message>
        <source>File of the larger model that converses; empty: the built-in model alone</source>
        <translation>Datei des größeren Modells, das sich unterhält; leer: nur das eingebaute Modell</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>Vor der Antwort nachdenken</translation>
    </message>
    <message>
        <source>A larger model that can reasons first: slower, often better</source>
        <translation>Ein größeres Modell, das es kann, denkt erst nach: langsamer, oft besser</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>In der Leiste weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window hides it; it opens at once. Reminders ring either way</source>
        <translation>Schließen verbirgt das Fenster; es öffnet sich sofort. Erinnerungen klingeln so oder so</translation>
    </message>
    <message>
        <source>Ring while the window is closed</source>
        <translation>Klingeln, während das Fenster zu ist</translation>
    </message>
    <message>
        <source>A small part stays for reminders, alarms and timers; no model is loaded</source>
        <translation>Ein kleiner Teil bleibt für Erinnerungen, Wecker und Timer; kein Modell ist geladen</translation>
    </message>
    <message>
        <source>Keep an unused model in memory</source>
        <translation>Ein ungenutztes Modell im Speicher behalten</translation>
    </message>
    <message>
        <source>Then it gives its memory back, and your next words load it again</source>
        <translation>Danach gibt es seinen Speicher zurück, und deine nächsten Worte laden es wieder</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>Server of a larger model</source>
        <translation>Server eines größeren Modells</translation>
    </message>
    <message>
        <source>Address of a server with OpenAI&apos;s interface, ending in /v1; empty: none</source>
        <translation>Adresse eines Servers mit OpenAIs Schnittstelle, endet auf /v1; leer: keiner</translation>
    </message>
    <message>
        <source>Model of that server</source>
        <translation>Modell dieses Servers</translation>
    </message>
    <message>
        <source>As the server lists it</source>
        <translation>Wie der Server es nennt</translation>
    </message>
    <message>
        <source>Read documents on battery</source>
        <translation>Dokumente im Akkubetrieb lesen</translation>
    </message>
    <message>
        <source>Otherwise new and changed documents wait for mains power</source>
        <translation>Sonst warten neue und geänderte Dokumente auf Netzstrom</translation>
    </message>
    <message>
        <source>A larger model elsewhere</source>
        <translation>Ein größeres Modell anderswo</translation>
    </message>
    <message>
        <source>Whether a new conversation may ask it; each can be changed by itself</source>
        <translation>Ob ein neues Gespräch ihn fragen darf; jedes lässt sich einzeln ändern</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Ask me each time</source>
        <translation>Mich jedes Mal fragen</translation>
    </message>
    <message>
        <source>Where the model here is unsure</source>
        <translation>Wo das Modell hier unsicher ist</translation>
    </message>
    <message>
        <source>Wait for the model here</source>
        <translation>Auf das Modell hier warten</translation>
    </message>
    <message>
        <source>What would take longer goes to the larger model, where that may be by itself</source>
        <translation>Was länger dauern würde, geht an das größere Modell, wo das von selbst erlaubt ist</translation>
    </message>
    <message>
        <source>However long it takes</source>
        <translation>Egal wie lange es dauert</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>Personal data that is not masked</source>
        <translation>Persönliche Daten, die nicht ersetzt werden</translation>
    </message>
    <message>
        <source>Kinds as hearth redact names them, with spaces between</source>
        <translation>Arten, wie hearth redact sie nennt, durch Leerzeichen getrennt</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Worte.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Deine Daten</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>Einstellungen exportieren …</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>Einstellungen importieren …</translation>
    </message>
    <message>
        <source>Show the welcome again</source>
        <translation>Willkommen noch einmal zeigen</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>your data, export and import settings, show the welcome again, delete everything, wipe</source>
        <extracomment>Words by which the buttons below are found</extracomment>
        <translation>deine Daten, Einstellungen exportieren und importieren, Willkommen noch einmal zeigen, alles löschen</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
        <translation>Seitenleiste verbergen (Strg+B)</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier werden deine Gespräche stehen.</translation>
    </message>
</context>
<context>
    <name>SideBarFoot</name>
    <message>
        <source>Opening the model, %1 %</source>
        <translation>Das Modell wird geöffnet, %1 %</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Das Modell wird geöffnet …</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist offen</translation>
    </message>
    <message>
        <source>%1 · %2 tokens/s</source>
        <translation>%1 · %2 Token/s</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1, resting</source>
        <translation>%1, ruht</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Nothing can leave this device</source>
        <translation>Nichts kann dieses Gerät verlassen</translation>
    </message>
    <message>
        <source>Only what you start goes out</source>
        <translation>Nur was du anstößt, geht hinaus</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Not read in %1</source>
        <translation>Nicht gelesen in %1</translation>
    </message>
    <message>
        <source>These files are not found and not cited. Everything else is.</source>
        <translation>Diese Dateien werden nicht gefunden und nicht zitiert. Alles andere schon.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu durchsehen</translation>
    </message>
</context>
<context>
    <name>SlashMenu</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>SlashRow</name>
    <message>
        <source>/%1, %2</source>
        <translation>/%1, %2</translation>
    </message>
</context>
<context>
    <name>SourceChip</name>
    <message>
        <source>Source %1: %2</source>
        <translation>Quelle %1: %2</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>attached files</source>
        <translation>angehängte Dateien</translation>
    </message>
</context>
<context>
    <name>StoredSection</name>
    <message>
        <source>Stored on this device</source>
        <translation>Auf diesem Gerät gespeichert</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TextAction</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ThinkingLine</name>
    <message>
        <source>Reading, %1 %</source>
        <translation>Ich lese, %1 %</translation>
    </message>
    <message>
        <source>Working on it…</source>
        <translation>Ich bin dabei …</translation>
    </message>
</context>
<context>
    <name>TimerForm</name>
    <message>
        <source>New timer</source>
        <translation>Neuer Timer</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Start timer</source>
        <translation>Timer starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The model holds %1 of the %2 tokens it can</source>
        <translation>Das Modell hält %1 von %2 möglichen Token</translation>
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
        <translation>Hearth öffnen</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Quick question</source>
        <translation>Kurze Frage</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>UnansweredLine</name>
    <message>
        <source>I have not answered this. Ask again, and I show you first what would be sent.</source>
        <translation>Darauf habe ich noch nicht geantwortet. Frag noch einmal, dann zeige ich dir zuerst, was gesendet würde.</translation>
    </message>
    <message>
        <source>I have not answered this.</source>
        <translation>Darauf habe ich noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>Hearth is sealed</source>
        <translation>Hearth ist versiegelt</translation>
    </message>
    <message>
        <source>Your data is sealed</source>
        <translation>Deine Daten sind versiegelt</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Deine Passphrase</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>UserMessage</name>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <translation>Treffer %1 von %2</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ViewerHeader</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Open in its own program</source>
        <translation>Im eigenen Programm öffnen</translation>
    </message>
    <message>
        <source>Close the document (Esc)</source>
        <translation>Dokument schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>For conversation I need a larger model. %1</source>
        <translation>Für Gespräche brauche ich ein größeres Modell. %1</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>Ich sehe mir diesen Computer an …</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>See the models</source>
        <translation>Modelle ansehen</translation>
    </message>
    <message>
        <source>Close this</source>
        <translation>Das schließen</translation>
    </message>
    <message>
        <source>Everything above works now: without an account, without a download, and nothing of it leaves this computer. Nobody counts what you do here.</source>
        <translation>All das funktioniert schon jetzt: ohne Konto, ohne Download, und nichts davon verlässt diesen Computer. Niemand zählt, was du hier tust.</translation>
    </message>
</context>
<context>
    <name>WipeDialog</name>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>This deletes for good, from this device, all that is switched on here. Nobody has a copy.</source>
        <translation>Das löscht endgültig von diesem Gerät, was hier eingeschaltet ist. Niemand hat eine Kopie.</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>Es gibt nichts zu löschen.</translation>
    </message>
    <message>
        <source>%1, stays here</source>
        <translation>%1, bleibt hier</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Alles behalten</translation>
    </message>
    <message>
        <source>Delete for good (%1)</source>
        <translation>Endgültig löschen (%1)</translation>
    </message>
</context>
<context>
    <name>hearth::app::AdapterShelf</name>
    <message>
        <source>“%1” is no file of this computer.</source>
        <translation>„%1“ ist keine Datei dieses Computers.</translation>
    </message>
    <message>
        <source>An adapter changes a larger model. Open the model that it was made for first.</source>
        <translation>Ein Adapter verändert ein größeres Modell. Öffne erst das Modell, für das er gemacht ist.</translation>
    </message>
</context>
<context>
    <name>hearth::app::Assistant</name>
    <message>
        <source>This is no longer there: %1</source>
        <translation>Das gibt es nicht mehr: %1</translation>
    </message>
    <message>
        <source>No program on this desktop opens %1</source>
        <translation>Kein Programm auf diesem Desktop öffnet %1</translation>
    </message>
    <message>
        <source>%1 is here and can be used.</source>
        <translation>%1 ist da und kann verwendet werden.</translation>
    </message>
    <message>
        <source>%1 cannot be searched: %2</source>
        <translation>%1 kann nicht durchsucht werden: %2</translation>
    </message>
</context>
<context>
    <name>hearth::app::Attachments</name>
    <message>
        <source>Only files of this computer can be attached.</source>
        <translation>Nur Dateien dieses Computers können angehängt werden.</translation>
    </message>
    <message>
        <source>It cannot be read: %1</source>
        <translation>Sie ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest …</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Long: answers quote it</source>
        <translation>Lang: Antworten zitieren daraus</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Sie ist leer.</translation>
    </message>
    <message>
        <source>There are no words in it.</source>
        <translation>Darin stehen keine Wörter.</translation>
    </message>
    <message>
        <source>Text %1</source>
        <translation>Text %1</translation>
    </message>
</context>
<context>
    <name>hearth::app::Bell</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Schlummern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Missed: %1</source>
        <translation>Verpasst: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders were missed</source>
        <translation>
            <numerusform>%n Erinnerung wurde verpasst</numerusform>
            <numerusform>%n Erinnerungen wurden verpasst</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed while I was closed: %1</source>
        <translation>Verpasst, während ich geschlossen war: %1</translation>
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
        <translation>Bevor ich das an %1 sende, sieh dir bitte an, was dort ankäme.</translation>
    </message>
</context>
<context>
    <name>hearth::app::CommandModel</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>hearth::app::ConversationFiles</name>
    <message>
        <source>The conversation is written to %1.</source>
        <translation>Das Gespräch steht in %1.</translation>
    </message>
    <message>
        <source>%1 conversations are written to %2.</source>
        <translation>%1 Gespräche stehen in %2.</translation>
    </message>
    <message>
        <source>Conversations taken in: %1.</source>
        <translation>Übernommene Gespräche: %1.</translation>
    </message>
    <message>
        <source>Here already: %1.</source>
        <translation>Schon hier: %1.</translation>
    </message>
    <message>
        <source>A temporary conversation is kept nowhere, so it cannot be exported.</source>
        <translation>Ein flüchtiges Gespräch wird nirgends aufbewahrt, es lässt sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>hearth::app::ConversationListModel</name>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>hearth::app::DocumentViewer</name>
    <message>
        <source>It is no longer in the library. It may have been changed, moved or deleted.</source>
        <translation>Es ist nicht mehr in der Bibliothek. Vielleicht wurde es geändert, verschoben oder gelöscht.</translation>
    </message>
</context>
<context>
    <name>hearth::app::EgressListModel</name>
    <message>
        <source>Getting a model</source>
        <translation>Ein Modell holen</translation>
    </message>
    <message>
        <source>Asking a model elsewhere</source>
        <translation>Ein Modell anderswo fragen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>%1 sent, %2 received</source>
        <translation>%1 gesendet, %2 empfangen</translation>
    </message>
    <message>
        <source>Using a server of another program</source>
        <translation>Nutzen eines Servers eines anderen Programms</translation>
    </message>
</context>
<context>
    <name>hearth::app::GlobalShortcut</name>
    <message>
        <source>The desktop gave no session for shortcuts.</source>
        <translation>Der Desktop gab keine Sitzung für Tastenkürzel.</translation>
    </message>
    <message>
        <source>The desktop did not give the shortcut.</source>
        <translation>Der Desktop gab das Tastenkürzel nicht.</translation>
    </message>
</context>
<context>
    <name>hearth::app::GuestService</name>
    <message>
        <source>%1 of “%2”</source>
        <translation>%1 von „%2“</translation>
    </message>
</context>
<context>
    <name>hearth::app::LibrarySearch</name>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Texts and slides</source>
        <translation>Texte und Folien</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Source code</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Last 5 years</source>
        <translation>Letzte 5 Jahre</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln document(s)</source>
        <translation>
            <numerusform>in %Ln Dokument</numerusform>
            <numerusform>in %Ln Dokumenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source> · none is from the time you named</source>
        <translation> · keines ist aus der genannten Zeit</translation>
    </message>
</context>
<context>
    <name>hearth::app::LibraryService</name>
    <message>
        <source>Paused. What changes is read when you go on.</source>
        <translation>Angehalten. Was sich ändert, wird gelesen, wenn du fortfährst.</translation>
    </message>
    <message>
        <source>Waiting while you type.</source>
        <translation>Wartet, während du schreibst.</translation>
    </message>
    <message>
        <source>Waiting for mains power. You can have me read on battery too, in the settings.</source>
        <translation>Wartet auf Netzstrom. In den Einstellungen kannst du mich auch im Akkubetrieb lesen lassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>the index takes %1</source>
        <translation>das Verzeichnis belegt %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passage(s) are found by their words so far; by their meaning soon.</source>
        <translation>
            <numerusform>%Ln Stelle wird bisher nach Wörtern gefunden; bald auch nach ihrem Sinn.</numerusform>
            <numerusform>%Ln Stellen werden bisher nach Wörtern gefunden; bald auch nach ihrem Sinn.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no folder of this computer. Files can be attached to a conversation.</source>
        <translation>%1 ist kein Ordner dieses Computers. Dateien lassen sich einem Gespräch anhängen.</translation>
    </message>
    <message>
        <source>%1 is in the library already, with %2.</source>
        <translation>%1 ist schon in der Bibliothek, mit %2.</translation>
    </message>
    <message>
        <source>The desktop has no program for %1.</source>
        <translation>Der Desktop hat kein Programm für %1.</translation>
    </message>
    <message>
        <source>It is no file of this computer.</source>
        <translation>Das ist keine Datei dieses Computers.</translation>
    </message>
</context>
<context>
    <name>hearth::app::ModelMarket</name>
    <message>
        <source>%1 of memory, %2 of it free now</source>
        <translation>%1 Speicher, davon %2 jetzt frei</translation>
    </message>
    <message>
        <source>processor cores: %1</source>
        <translation>Prozessorkerne: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>No graphics card; the processor computes</source>
        <translation>Keine Grafikkarte; der Prozessor rechnet</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1; models run on the processor for now</source>
        <translation>%1; Modelle laufen vorerst auf dem Prozessor</translation>
    </message>
    <message>
        <source>No larger model would run well here just now. The built-in one does.</source>
        <translation>Kein größeres Modell liefe hier gerade gut. Das eingebaute läuft.</translation>
    </message>
    <message>
        <source>%1 is the largest of the list that runs well here.</source>
        <translation>%1 ist das größte der Liste, das hier gut läuft.</translation>
    </message>
</context>
<context>
    <name>hearth::app::ModelShelf</name>
    <message>
        <source>Built-in model</source>
        <translation>Eingebautes Modell</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>“%1” is no model that I can open. Model files end in .gguf.</source>
        <translation>„%1“ ist kein Modell, das ich öffnen kann. Modelldateien enden auf .gguf.</translation>
    </message>
    <message>
        <source>Does what you ask; no conversation</source>
        <translation>Tut, worum du bittest; keine Unterhaltung</translation>
    </message>
</context>
<context>
    <name>hearth::app::OfferListModel</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 · needs %2 of memory · licence: %3</source>
        <translation>%1 · braucht %2 Speicher · Lizenz: %3</translation>
    </message>
    <message>
        <source>Needs more memory than this computer has</source>
        <translation>Braucht mehr Speicher, als dieser Computer hat</translation>
    </message>
    <message>
        <source>About %1 words a second: you would wait for them</source>
        <translation>Etwa %1 Wörter pro Sekunde: Du würdest darauf warten</translation>
    </message>
    <message>
        <source>Other programs use the memory it needs: close some first</source>
        <translation>Andere Programme belegen den nötigen Speicher: Schließ erst einige</translation>
    </message>
    <message>
        <source>Runs well: about %1 words a second</source>
        <translation>Läuft gut: etwa %1 Wörter pro Sekunde</translation>
    </message>
    <message>
        <source>There is memory enough</source>
        <translation>Der Speicher reicht</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>All is here; checking it…</source>
        <translation>Alles ist da; wird geprüft …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source> · %1/s</source>
        <translation> · %1/s</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Does things</source>
        <translation>Erledigt Dinge</translation>
    </message>
    <message>
        <source>Can think first</source>
        <translation>Kann erst nachdenken</translation>
    </message>
    <message>
        <source>Many languages</source>
        <translation>Viele Sprachen</translation>
    </message>
</context>
<context>
    <name>hearth::app::PolicyService</name>
    <message>
        <source>The file cannot be laid aside: %1</source>
        <translation>Die Datei lässt sich nicht beiseitelegen: %1</translation>
    </message>
</context>
<context>
    <name>hearth::app::PrivacyService</name>
    <message>
        <source>Your data is sealed. Keep the passphrase well: nobody can bring it back.</source>
        <translation>Deine Daten sind versiegelt. Bewahr die Passphrase gut: Niemand kann sie zurückholen.</translation>
    </message>
    <message>
        <source>Your data is sealed and opens with the passphrase alone: %1</source>
        <translation>Deine Daten sind versiegelt und öffnen sich nur mit der Passphrase: %1</translation>
    </message>
    <message>
        <source>Your data is no longer sealed.</source>
        <translation>Deine Daten sind nicht mehr versiegelt.</translation>
    </message>
    <message>
        <source>The passphrase is changed.</source>
        <translation>Die Passphrase ist geändert.</translation>
    </message>
</context>
<context>
    <name>hearth::app::RemoteService</name>
    <message>
        <source>The key is kept in the desktop&apos;s keyring.</source>
        <translation>Der Schlüssel liegt im Schlüsselbund des Desktops.</translation>
    </message>
    <message>
        <source>The desktop has no keyring, so the key is kept with your sealed data.</source>
        <translation>Der Desktop hat keinen Schlüsselbund, daher liegt der Schlüssel bei deinen verschlüsselten Daten.</translation>
    </message>
    <message>
        <source>The desktop has no keyring, so the key is kept in a file that only you can read, in the data folder.</source>
        <translation>Der Desktop hat keinen Schlüsselbund, daher liegt der Schlüssel im Datenordner, in einer Datei, die nur du lesen kannst.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
</context>
<context>
    <name>hearth::app::SettingListModel</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
</context>
<context>
    <name>hearth::app::Settings</name>
    <message>
        <source>The settings could not be written to %1: %2</source>
        <translation>Die Einstellungen konnten nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Your settings are in %1.</source>
        <translation>Deine Einstellungen stehen in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be settings. Nothing was changed.</source>
        <translation>%1 ist zu groß für Einstellungen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Settings taken over: %1.</source>
        <translation>Übernommene Einstellungen: %1.</translation>
    </message>
</context>
<context>
    <name>hearth::app::StoredDataModel</name>
    <message>
        <source>Conversations: %1</source>
        <translation>Gespräche: %1</translation>
    </message>
    <message>
        <source>Calendar entries: %1</source>
        <translation>Kalendereinträge: %1</translation>
    </message>
    <message>
        <source>Reminders, alarms and timers: %1</source>
        <translation>Erinnerungen, Wecker und Timer: %1</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>Notizen: %1</translation>
    </message>
    <message>
        <source>Lists: %1</source>
        <translation>Listen: %1</translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>Kontakte: %1</translation>
    </message>
    <message>
        <source>Logged actions and requests: %1</source>
        <translation>Protokollierte Aktionen und Anfragen: %1</translation>
    </message>
    <message>
        <source>Model files: %1</source>
        <translation>Modelldateien: %1</translation>
    </message>
    <message>
        <source>Files of settings and permissions: %1</source>
        <translation>Dateien mit Einstellungen und Erlaubnissen: %1</translation>
    </message>
    <message>
        <source>Files that can be made again: %1</source>
        <translation>Dateien, die neu gemacht werden können: %1</translation>
    </message>
    <message>
        <source>%1 in all, %2</source>
        <translation>insgesamt %1, %2</translation>
    </message>
    <message>
        <source>Indexed documents: %1</source>
        <translation>Dokumente im Verzeichnis: %1</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>Names, places and dates</source>
        <translation>Namen, Orte und Daten</translation>
    </message>
    <message>
        <source>Mail, telephone and network</source>
        <translation>E-Mail, Telefon und Netz</translation>
    </message>
    <message>
        <source>Cards and accounts</source>
        <translation>Karten und Konten</translation>
    </message>
    <message>
        <source>Keys and wallets</source>
        <translation>Schlüssel und Geldbörsen</translation>
    </message>
    <message>
        <source>Numbers of identity, tax, health and vehicles</source>
        <translation>Nummern von Ausweis, Steuer, Gesundheit und Fahrzeugen</translation>
    </message>
    <message>
        <source>Bank routing number (USA)</source>
        <translation>Bankleitzahl (USA)</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Access key or token</source>
        <translation>Zugangsschlüssel oder Token</translation>
    </message>
    <message>
        <source>Business number (Australia)</source>
        <translation>Unternehmensnummer (Australien)</translation>
    </message>
    <message>
        <source>Company number (Australia)</source>
        <translation>Firmennummer (Australien)</translation>
    </message>
    <message>
        <source>Health insurance number (Australia)</source>
        <translation>Krankenversicherungsnummer (Australien)</translation>
    </message>
    <message>
        <source>Tax number (Australia)</source>
        <translation>Steuernummer (Australien)</translation>
    </message>
    <message>
        <source>Taxpayer number (Brazil)</source>
        <translation>Steuernummer (Brasilien)</translation>
    </message>
    <message>
        <source>Social insurance number (Canada)</source>
        <translation>Sozialversicherungsnummer (Kanada)</translation>
    </message>
    <message>
        <source>Identity card number (China)</source>
        <translation>Personalausweisnummer (China)</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Kartennummer</translation>
    </message>
    <message>
        <source>Wallet address</source>
        <translation>Adresse einer Krypto-Geldbörse</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Date or time</source>
        <translation>Datum oder Uhrzeit</translation>
    </message>
    <message>
        <source>Medical practice number (Germany)</source>
        <translation>Betriebsstättennummer (Deutschland)</translation>
    </message>
    <message>
        <source>Driving licence number (Germany)</source>
        <translation>Führerscheinnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Company register number (Germany)</source>
        <translation>Handelsregisternummer (Deutschland)</translation>
    </message>
    <message>
        <source>Health insurance number (Germany)</source>
        <translation>Krankenversichertennummer (Deutschland)</translation>
    </message>
    <message>
        <source>Identity card number (Germany)</source>
        <translation>Personalausweisnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Number plate (Germany)</source>
        <translation>Autokennzeichen (Deutschland)</translation>
    </message>
    <message>
        <source>Doctor&apos;s number (Germany)</source>
        <translation>Arztnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Passport number (Germany)</source>
        <translation>Reisepassnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Postcode (Germany)</source>
        <translation>Postleitzahl (Deutschland)</translation>
    </message>
    <message>
        <source>Pension insurance number (Germany)</source>
        <translation>Rentenversicherungsnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Tax identification number (Germany)</source>
        <translation>Steuer-Identifikationsnummer (Deutschland)</translation>
    </message>
    <message>
        <source>Tax number (Germany)</source>
        <translation>Steuernummer (Deutschland)</translation>
    </message>
    <message>
        <source>VAT number (Germany)</source>
        <translation>Umsatzsteuernummer (Deutschland)</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Foreigner&apos;s identity number (Spain)</source>
        <translation>Ausländernummer (Spanien)</translation>
    </message>
    <message>
        <source>Identity and tax number (Spain)</source>
        <translation>Ausweis- und Steuernummer (Spanien)</translation>
    </message>
    <message>
        <source>Passport number (Spain)</source>
        <translation>Reisepassnummer (Spanien)</translation>
    </message>
    <message>
        <source>Personal identity code (Finland)</source>
        <translation>Personenkennzahl (Finnland)</translation>
    </message>
    <message>
        <source>Social security number (France)</source>
        <translation>Sozialversicherungsnummer (Frankreich)</translation>
    </message>
    <message>
        <source>Business number (France)</source>
        <translation>Unternehmensnummer (Frankreich)</translation>
    </message>
    <message>
        <source>City or country</source>
        <translation>Stadt oder Land</translation>
    </message>
    <message>
        <source>Bank account number (IBAN)</source>
        <translation>Kontonummer (IBAN)</translation>
    </message>
    <message>
        <source>Aadhaar number (India)</source>
        <translation>Aadhaar-Nummer (Indien)</translation>
    </message>
    <message>
        <source>Sales tax number (India)</source>
        <translation>Umsatzsteuernummer (Indien)</translation>
    </message>
    <message>
        <source>Tax number (India)</source>
        <translation>Steuernummer (Indien)</translation>
    </message>
    <message>
        <source>Passport number (India)</source>
        <translation>Reisepassnummer (Indien)</translation>
    </message>
    <message>
        <source>Number plate (India)</source>
        <translation>Autokennzeichen (Indien)</translation>
    </message>
    <message>
        <source>Voter number (India)</source>
        <translation>Wählernummer (Indien)</translation>
    </message>
    <message>
        <source>Internet address (IP)</source>
        <translation>Internetadresse (IP)</translation>
    </message>
    <message>
        <source>Driving licence number (Italy)</source>
        <translation>Führerscheinnummer (Italien)</translation>
    </message>
    <message>
        <source>Tax code (Italy)</source>
        <translation>Steuernummer (Italien)</translation>
    </message>
    <message>
        <source>Identity card number (Italy)</source>
        <translation>Personalausweisnummer (Italien)</translation>
    </message>
    <message>
        <source>Passport number (Italy)</source>
        <translation>Reisepassnummer (Italien)</translation>
    </message>
    <message>
        <source>VAT number (Italy)</source>
        <translation>Umsatzsteuernummer (Italien)</translation>
    </message>
    <message>
        <source>My Number (Japan)</source>
        <translation>My Number (Japan)</translation>
    </message>
    <message>
        <source>Business number (South Korea)</source>
        <translation>Unternehmensnummer (Südkorea)</translation>
    </message>
    <message>
        <source>Driving licence number (South Korea)</source>
        <translation>Führerscheinnummer (Südkorea)</translation>
    </message>
    <message>
        <source>Foreigner&apos;s number (South Korea)</source>
        <translation>Ausländernummer (Südkorea)</translation>
    </message>
    <message>
        <source>Passport number (South Korea)</source>
        <translation>Reisepassnummer (Südkorea)</translation>
    </message>
    <message>
        <source>Resident number (South Korea)</source>
        <translation>Einwohnernummer (Südkorea)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Network device address (MAC)</source>
        <translation>Geräteadresse im Netz (MAC)</translation>
    </message>
    <message>
        <source>Medical licence number</source>
        <translation>Arzt-Zulassungsnummer</translation>
    </message>
    <message>
        <source>Identity number (Nigeria)</source>
        <translation>Ausweisnummer (Nigeria)</translation>
    </message>
    <message>
        <source>Number plate (Nigeria)</source>
        <translation>Autokennzeichen (Nigeria)</translation>
    </message>
    <message>
        <source>Citizen service number (Netherlands)</source>
        <translation>Bürgernummer (Niederlande)</translation>
    </message>
    <message>
        <source>Nationality, religion or politics</source>
        <translation>Nationalität, Religion oder Politik</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Mobile number (Philippines)</source>
        <translation>Handynummer (Philippinen)</translation>
    </message>
    <message>
        <source>Tax number (Philippines)</source>
        <translation>Steuernummer (Philippinen)</translation>
    </message>
    <message>
        <source>Identity number (Poland)</source>
        <translation>Personennummer (Polen)</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Company number (Sweden)</source>
        <translation>Firmennummer (Schweden)</translation>
    </message>
    <message>
        <source>Identity number (Sweden)</source>
        <translation>Personennummer (Schweden)</translation>
    </message>
    <message>
        <source>Identity number (Singapore)</source>
        <translation>Ausweisnummer (Singapur)</translation>
    </message>
    <message>
        <source>Company number (Singapore)</source>
        <translation>Firmennummer (Singapur)</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Identity number (Thailand)</source>
        <translation>Ausweisnummer (Thailand)</translation>
    </message>
    <message>
        <source>Number plate (Türkiye)</source>
        <translation>Autokennzeichen (Türkei)</translation>
    </message>
    <message>
        <source>Identity number (Türkiye)</source>
        <translation>Ausweisnummer (Türkei)</translation>
    </message>
    <message>
        <source>Telephone number (Türkiye)</source>
        <translation>Telefonnummer (Türkei)</translation>
    </message>
    <message>
        <source>Driving licence number (United Kingdom)</source>
        <translation>Führerscheinnummer (Großbritannien)</translation>
    </message>
    <message>
        <source>Health service number (United Kingdom)</source>
        <translation>Gesundheitsdienstnummer (Großbritannien)</translation>
    </message>
    <message>
        <source>National insurance number (United Kingdom)</source>
        <translation>Sozialversicherungsnummer (Großbritannien)</translation>
    </message>
    <message>
        <source>Passport number (United Kingdom)</source>
        <translation>Reisepassnummer (Großbritannien)</translation>
    </message>
    <message>
        <source>Postcode (United Kingdom)</source>
        <translation>Postleitzahl (Großbritannien)</translation>
    </message>
    <message>
        <source>Number plate (United Kingdom)</source>
        <translation>Autokennzeichen (Großbritannien)</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Bank account number (USA)</source>
        <translation>Kontonummer (USA)</translation>
    </message>
    <message>
        <source>Driving licence number (USA)</source>
        <translation>Führerscheinnummer (USA)</translation>
    </message>
    <message>
        <source>Taxpayer number (USA)</source>
        <translation>Steuernummer (USA)</translation>
    </message>
    <message>
        <source>Health insurance number (USA)</source>
        <translation>Krankenversicherungsnummer (USA)</translation>
    </message>
    <message>
        <source>Health provider number (USA)</source>
        <translation>Nummer für Heilberufe (USA)</translation>
    </message>
    <message>
        <source>Passport number (USA)</source>
        <translation>Reisepassnummer (USA)</translation>
    </message>
    <message>
        <source>Social security number (USA)</source>
        <translation>Sozialversicherungsnummer (USA)</translation>
    </message>
    <message>
        <source>Identity number (South Africa)</source>
        <translation>Ausweisnummer (Südafrika)</translation>
    </message>
    <message>
        <source>ZIP code (USA)</source>
        <translation>Postleitzahl (USA)</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Show the window with a made-up assistant.</source>
        <translation>Das Fenster mit einem erfundenen Assistenten zeigen.</translation>
    </message>
    <message>
        <source>Hearth is already running with this data folder but does not answer. Close it, then try again.</source>
        <translation>Hearth läuft schon mit diesem Datenordner, antwortet aber nicht. Schließ es und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Ask Hearth a quick question</source>
        <translation>Hearth eine kurze Frage stellen</translation>
    </message>
    <message>
        <source>It is deleted. You begin anew.</source>
        <translation>Es ist gelöscht. Du beginnst von vorn.</translation>
    </message>
    <message>
        <source>Open the small window for one question.</source>
        <translation>Das kleine Fenster für eine Frage öffnen.</translation>
    </message>
    <message>
        <source>Show a page: actions, library, models, settings.</source>
        <translation>Eine Seite zeigen: Aktionen, Bibliothek, Modelle, Einstellungen.</translation>
    </message>
</context>
</TS>
