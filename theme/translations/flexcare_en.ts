<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>StillThereSheet</name>
    <message numerus="yes">
        <source>This tablet will be cleared in %n second(s).</source>
        <extracomment>Seconds that are counted down</extracomment>
        <translation>
            <numerusform>This tablet will be cleared in %n second.</numerusform>
            <numerusform>This tablet will be cleared in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
