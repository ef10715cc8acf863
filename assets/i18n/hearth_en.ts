<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>hearth::app::Settings</name>
    <message numerus="yes">
        <source>%n settings are taken over.</source>
        <translation>
            <numerusform>%n setting is taken over.</numerusform>
            <numerusform>%n settings are taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hearth::app::StoredDataModel</name>
    <message numerus="yes">
        <source>%n conversation(s)</source>
        <translation>
            <numerusform>%n conversation</numerusform>
            <numerusform>%n conversations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar entries</source>
        <translation>
            <numerusform>%n calendar entry</numerusform>
            <numerusform>%n calendar entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminders, alarms and timers</source>
        <translation>
            <numerusform>%n reminder, alarm or timer</numerusform>
            <numerusform>%n reminders, alarms and timers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lists</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n logged actions and requests</source>
        <translation>
            <numerusform>%n logged action or request</numerusform>
            <numerusform>%n logged actions and requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model files</source>
        <translation>
            <numerusform>%n model file</numerusform>
            <numerusform>%n model files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files of settings and permissions</source>
        <translation>
            <numerusform>%n file of settings and permissions</numerusform>
            <numerusform>%n files of settings and permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files that can be made again</source>
        <translation>
            <numerusform>%n file that can be made again</numerusform>
            <numerusform>%n files that can be made again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items, %1</source>
        <translation>
            <numerusform>%n item, %1</numerusform>
            <numerusform>%n items, %1</numerusform>
        </translation>
    </message>
</context>
</TS>
