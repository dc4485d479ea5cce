<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<TS version="2.1" language="de">
<context>
    <name>ApplyPreview</name>
    <message>
        <source>a new service of %1</source>
        <translation>ein neuer Service mit %1</translation>
    </message>
    <message>
        <source>1 pod</source>
        <translation>1 Pod</translation>
    </message>
    <message>
        <source>%1 pods</source>
        <translation>%1 Pods</translation>
    </message>
    <message>
        <source>nothing changes</source>
        <translation>nichts ändert sich</translation>
    </message>
    <message>
        <source>is being deleted; wait until its pods have drained</source>
        <translation>wird gelöscht; warte, bis seine Pods beendet sind</translation>
    </message>
    <message>
        <source>a new version, rolled out by %1</source>
        <translation>eine neue Version, ausgerollt mit %1</translation>
    </message>
    <message>
        <source>changed in place, no new version</source>
        <translation>an Ort und Stelle geändert, keine neue Version</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>and %1 more fields</source>
        <translation>und %1 weitere Felder</translation>
    </message>
    <message>
        <source>&lt;div&gt;and %1 more services&lt;/div&gt;</source>
        <translation>&lt;div&gt;und %1 weitere Services&lt;/div&gt;</translation>
    </message>
</context>
<context>
    <name>Diff</name>
    <message>
        <source>1 pod, %1 ready</source>
        <translation>1 Pod, %1 bereit</translation>
    </message>
    <message>
        <source>%1 pods, %2 ready</source>
        <translation>%1 Pods, %2 bereit</translation>
    </message>
    <message>
        <source>, %1 stopping</source>
        <translation>, %1 enden</translation>
    </message>
    <message>
        <source>weight %1 %</source>
        <translation>Gewicht %1 %</translation>
    </message>
    <message>
        <source>desired ↔ actual</source>
        <translation>gewünscht ↔ tatsächlich</translation>
    </message>
    <message>
        <source> (manifest: %1)</source>
        <translation> (Manifest: %1)</translation>
    </message>
    <message>
        <source>%1 ready of %2</source>
        <translation>%1 bereit von %2</translation>
    </message>
    <message>
        <source>CPU %1 %, %2 … %3</source>
        <translation>CPU %1 %, %2 … %3</translation>
    </message>
    <message>
        <source>CPU %1 % at the last look</source>
        <translation>CPU %1 % beim letzten Blick</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 runs in %2 pods; desired instead:</source>
        <translation>%1 läuft in %2 Pods; gewünscht ist stattdessen:</translation>
    </message>
    <message>
        <source>every pod is of the desired version</source>
        <translation>jeder Pod ist von der gewünschten Version</translation>
    </message>
</context>
<context>
    <name>FieldHelp</name>
    <message>
        <source>The version of this format: v1 for a Service, perfect.system/v1 for a Scenario.</source>
        <translation>Die Version dieses Formats: v1 für einen Service, perfect.system/v1 für ein Szenario.</translation>
    </message>
    <message>
        <source>Service or Scenario.</source>
        <translation>Service oder Scenario.</translation>
    </message>
    <message>
        <source>What it is called.</source>
        <translation>Wie es heißt.</translation>
    </message>
    <message>
        <source>The name: lower-case letters, digits and &apos;-&apos;, at most 63.</source>
        <translation>Der Name: Kleinbuchstaben, Ziffern und &apos;-&apos;, höchstens 63.</translation>
    </message>
    <message>
        <source>What people read instead of the name.</source>
        <translation>Was Menschen statt des Namens lesen.</translation>
    </message>
    <message>
        <source>What is desired.</source>
        <translation>Was gewünscht ist.</translation>
    </message>
    <message>
        <source>How many pods are wanted: 0 to 1,000,000.</source>
        <translation>Wie viele Pods gewünscht sind: 0 bis 1.000.000.</translation>
    </message>
    <message>
        <source>Ready for this long counts as available.</source>
        <translation>So lange bereit zu sein heißt verfügbar.</translation>
    </message>
    <message>
        <source>What runs, such as local://demo@v2; what follows @ is the version.</source>
        <translation>Was läuft, etwa local://demo@v2; was auf @ folgt, ist die Version.</translation>
    </message>
    <message>
        <source>Environment variables; HEALTHY &quot;0&quot; makes every probe fail.</source>
        <translation>Umgebungsvariablen; mit HEALTHY &quot;0&quot; scheitert jede Probe.</translation>
    </message>
    <message>
        <source>The variable&apos;s value, as text.</source>
        <translation>Der Wert der Variable, als Text.</translation>
    </message>
    <message>
        <source>How long a pod may take to stop: 0 to 3600.</source>
        <translation>Wie lange ein Pod zum Beenden brauchen darf: 0 bis 3600.</translation>
    </message>
    <message>
        <source>Who fails it gets no traffic.</source>
        <translation>Wer sie nicht besteht, bekommt keine Anfragen.</translation>
    </message>
    <message>
        <source>Who fails it is restarted.</source>
        <translation>Wer sie nicht besteht, wird neu gestartet.</translation>
    </message>
    <message>
        <source>The other probes wait until it succeeded.</source>
        <translation>Die anderen Proben warten, bis sie gelungen ist.</translation>
    </message>
    <message>
        <source>The probe asks for a page.</source>
        <translation>Die Probe ruft eine Seite ab.</translation>
    </message>
    <message>
        <source>The page&apos;s path, such as /healthz.</source>
        <translation>Der Pfad der Seite, etwa /healthz.</translation>
    </message>
    <message>
        <source>Seconds before the first probe.</source>
        <translation>Sekunden bis zur ersten Probe.</translation>
    </message>
    <message>
        <source>Seconds between two looks.</source>
        <translation>Sekunden zwischen zwei Blicken.</translation>
    </message>
    <message>
        <source>Seconds an answer may take.</source>
        <translation>Sekunden, die eine Antwort dauern darf.</translation>
    </message>
    <message>
        <source>So many successes in a row count.</source>
        <translation>So viele Erfolge in Folge zählen.</translation>
    </message>
    <message>
        <source>So many failures in a row count.</source>
        <translation>So viele Fehlschläge in Folge zählen.</translation>
    </message>
    <message>
        <source>How long a crashed container waits, growing.</source>
        <translation>Wie lange ein abgestürzter Container wartet, jedes Mal länger.</translation>
    </message>
    <message>
        <source>The first wait.</source>
        <translation>Die erste Wartezeit.</translation>
    </message>
    <message>
        <source>Each wait is so many times the one before.</source>
        <translation>Jede Wartezeit ist so viele Male die vorige.</translation>
    </message>
    <message>
        <source>The longest wait.</source>
        <translation>Die längste Wartezeit.</translation>
    </message>
    <message>
        <source>Running for so long begins anew with the first wait.</source>
        <translation>So langes Laufen beginnt wieder mit der ersten Wartezeit.</translation>
    </message>
    <message>
        <source>How a new version comes.</source>
        <translation>Wie eine neue Version kommt.</translation>
    </message>
    <message>
        <source>BlueGreen, Canary, RollingUpdate or Recreate.</source>
        <translation>BlueGreen, Canary, RollingUpdate oder Recreate.</translation>
    </message>
    <message>
        <source>The steps, one after another.</source>
        <translation>Die Schritte, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>A share, 0 to 100.</source>
        <translation>Ein Anteil, 0 bis 100.</translation>
    </message>
    <message>
        <source>Seconds to wait after the step.</source>
        <translation>Sekunden Wartezeit nach dem Schritt.</translation>
    </message>
    <message>
        <source>manual: wait until somebody promotes.</source>
        <translation>manual: warten, bis jemand freigibt.</translation>
    </message>
    <message>
        <source>So many pods more than wanted may be there: a count or a percentage.</source>
        <translation>So viele Pods mehr als gewünscht dürfen da sein: Anzahl oder Prozent.</translation>
    </message>
    <message>
        <source>So many pods may be missing: a count or a percentage.</source>
        <translation>So viele Pods dürfen fehlen: Anzahl oder Prozent.</translation>
    </message>
    <message>
        <source>Blue/green switches by itself.</source>
        <translation>Blue/Green schaltet von selbst um.</translation>
    </message>
    <message>
        <source>How long the old version stays after the switch.</source>
        <translation>Wie lange die alte Version nach dem Umschalten bleibt.</translation>
    </message>
    <message>
        <source>Looks at errors before it goes on.</source>
        <translation>Sieht nach Fehlern, bevor es weitergeht.</translation>
    </message>
    <message>
        <source>More errors than this fail a look.</source>
        <translation>Mehr Fehler als das lassen einen Blick scheitern.</translation>
    </message>
    <message>
        <source>How many.</source>
        <translation>Wie viele.</translation>
    </message>
    <message>
        <source>So many failed looks end the rollout.</source>
        <translation>So viele gescheiterte Blicke beenden den Rollout.</translation>
    </message>
    <message>
        <source>Without progress for this long the rollout has failed.</source>
        <translation>So lange ohne Fortschritt, und der Rollout ist gescheitert.</translation>
    </message>
    <message>
        <source>A failed rollout returns to the stable version by itself.</source>
        <translation>Ein gescheiterter Rollout kehrt von selbst zur stabilen Version zurück.</translation>
    </message>
    <message>
        <source>The number of replicas follows the load.</source>
        <translation>Die Zahl der Replikate folgt der Last.</translation>
    </message>
    <message>
        <source>The average that is aimed at, in percent.</source>
        <translation>Der angestrebte Durchschnitt, in Prozent.</translation>
    </message>
    <message>
        <source>Never fewer.</source>
        <translation>Nie weniger.</translation>
    </message>
    <message>
        <source>Never more.</source>
        <translation>Nie mehr.</translation>
    </message>
    <message>
        <source>Deviations below this share change nothing.</source>
        <translation>Abweichungen unter diesem Anteil ändern nichts.</translation>
    </message>
    <message>
        <source>Fewer only if it was so for this long.</source>
        <translation>Weniger erst, wenn es so lange so war.</translation>
    </message>
    <message>
        <source>How quickly it may change, as in autoscaling/v2.</source>
        <translation>Wie schnell es sich ändern darf, wie in autoscaling/v2.</translation>
    </message>
    <message>
        <source>Rules for more.</source>
        <translation>Regeln für mehr.</translation>
    </message>
    <message>
        <source>Rules for fewer.</source>
        <translation>Regeln für weniger.</translation>
    </message>
    <message>
        <source>The calmest wish within this time counts.</source>
        <translation>Der ruhigste Wunsch in dieser Zeit zählt.</translation>
    </message>
    <message>
        <source>Max, Min or Disabled.</source>
        <translation>Max, Min oder Disabled.</translation>
    </message>
    <message>
        <source>Each limits what one period may change.</source>
        <translation>Jede begrenzt, was ein Zeitraum ändern darf.</translation>
    </message>
    <message>
        <source>Pods or Percent.</source>
        <translation>Pods oder Percent.</translation>
    </message>
    <message>
        <source>What the pretended programs do.</source>
        <translation>Was die vorgestellten Programme tun.</translation>
    </message>
    <message>
        <source>Seconds of starting, without probes.</source>
        <translation>Sekunden des Startens, ohne Proben.</translation>
    </message>
    <message>
        <source>Seconds of running in which probes fail.</source>
        <translation>Sekunden des Laufens, in denen Proben scheitern.</translation>
    </message>
    <message>
        <source>Seconds a pod needs to stop.</source>
        <translation>Sekunden, die ein Pod zum Beenden braucht.</translation>
    </message>
    <message>
        <source>How much times vary by chance: 0 to 1.</source>
        <translation>Wie sehr Zeiten zufällig schwanken: 0 bis 1.</translation>
    </message>
    <message>
        <source>Each container ends after this time.</source>
        <translation>Jeder Container endet nach dieser Zeit.</translation>
    </message>
    <message>
        <source>By chance, so many an hour.</source>
        <translation>Zufällig, so viele in der Stunde.</translation>
    </message>
    <message>
        <source>So many probes fail by chance.</source>
        <translation>So viele Proben scheitern zufällig.</translation>
    </message>
    <message>
        <source>So many requests fail by chance.</source>
        <translation>So viele Anfragen scheitern zufällig.</translation>
    </message>
    <message>
        <source>Requests a second that make one pod busy.</source>
        <translation>Anfragen pro Sekunde, die einen Pod auslasten.</translation>
    </message>
    <message>
        <source>The seed of every random choice.</source>
        <translation>Der Keim aller Zufallsentscheidungen.</translation>
    </message>
    <message>
        <source>Narration.</source>
        <translation>Erzählung.</translation>
    </message>
    <message>
        <source>Where to look meanwhile.</source>
        <translation>Wohin man dabei schauen soll.</translation>
    </message>
    <message>
        <source>Wait so long first.</source>
        <translation>Erst so lange warten.</translation>
    </message>
    <message>
        <source>Wait until this time of the clock.</source>
        <translation>Bis zu dieser Zeit der Uhr warten.</translation>
    </message>
    <message>
        <source>A manifest&apos;s file, or a manifest.</source>
        <translation>Die Datei eines Manifests oder ein Manifest.</translation>
    </message>
    <message>
        <source>Wait until this is so; it fails when the time runs out.</source>
        <translation>Warten, bis das so ist; scheitert, wenn die Zeit abläuft.</translation>
    </message>
    <message>
        <source>This must be so.</source>
        <translation>Das muss so sein.</translation>
    </message>
    <message>
        <source>Pods are gone; the controller makes new ones.</source>
        <translation>Pods sind weg; der Controller macht neue.</translation>
    </message>
    <message>
        <source>Containers end and restart.</source>
        <translation>Container enden und starten neu.</translation>
    </message>
    <message>
        <source>How much there is to do.</source>
        <translation>Wie viel zu tun ist.</translation>
    </message>
    <message>
        <source>Another number of replicas.</source>
        <translation>Eine andere Zahl von Replikaten.</translation>
    </message>
    <message>
        <source>Probes fail, or succeed again.</source>
        <translation>Proben scheitern, oder gelingen wieder.</translation>
    </message>
    <message>
        <source>The service goes away.</source>
        <translation>Der Service geht weg.</translation>
    </message>
    <message>
        <source>Blows again and again.</source>
        <translation>Schläge, immer wieder.</translation>
    </message>
    <message>
        <source>A question to the learner.</source>
        <translation>Eine Frage an die Lernenden.</translation>
    </message>
    <message>
        <source>The rules of alerts.</source>
        <translation>Die Regeln der Alarme.</translation>
    </message>
    <message>
        <source>The controller&apos;s period.</source>
        <translation>Der Takt des Controllers.</translation>
    </message>
    <message>
        <source>What became of a mail.</source>
        <translation>Was aus einer Mail wurde.</translation>
    </message>
    <message>
        <source>The service&apos;s name.</source>
        <translation>Der Name des Service.</translation>
    </message>
    <message>
        <source>So many pods are ready.</source>
        <translation>So viele Pods sind bereit.</translation>
    </message>
    <message>
        <source>At no moment since the last expect fewer.</source>
        <translation>Zu keiner Zeit seit dem letzten expect weniger.</translation>
    </message>
    <message>
        <source>So many pods serve.</source>
        <translation>So viele Pods bedienen.</translation>
    </message>
    <message>
        <source>The version that is active.</source>
        <translation>Die aktive Version.</translation>
    </message>
    <message>
        <source>The status phrase.</source>
        <translation>Der Statussatz, auf Englisch: Stable, Degraded …</translation>
    </message>
    <message>
        <source>A reason, such as SuccessfulCreate.</source>
        <translation>Ein Grund, etwa SuccessfulCreate.</translation>
    </message>
    <message>
        <source>So many restarts.</source>
        <translation>So viele Neustarts.</translation>
    </message>
    <message>
        <source>So many mails.</source>
        <translation>So viele Mails.</translation>
    </message>
    <message>
        <source>How long to wait at most, simulated.</source>
        <translation>Wie lange höchstens gewartet wird, simuliert.</translation>
    </message>
    <message>
        <source>It must become so within this time.</source>
        <translation>Innerhalb dieser Zeit muss es so werden.</translation>
    </message>
    <message>
        <source>One pod, by its name.</source>
        <translation>Ein Pod, mit Namen.</translation>
    </message>
    <message>
        <source>Whom chaos spares.</source>
        <translation>Wen das Chaos verschont.</translation>
    </message>
    <message>
        <source>Leave at least so many.</source>
        <translation>Mindestens so viele übrig lassen.</translation>
    </message>
    <message>
        <source>Take at most so many at once.</source>
        <translation>Höchstens so viele auf einmal nehmen.</translation>
    </message>
    <message>
        <source>Spare younger ones.</source>
        <translation>Jüngere verschonen.</translation>
    </message>
    <message>
        <source>The same for every pod, in percent.</source>
        <translation>Für jeden Pod gleich, in Prozent.</translation>
    </message>
    <message>
        <source>Shared by the serving pods, in percent of one pod.</source>
        <translation>Auf die bedienenden Pods verteilt, in Prozent eines Pods.</translation>
    </message>
    <message>
        <source>Load that changes by itself.</source>
        <translation>Last, die sich von selbst ändert.</translation>
    </message>
    <message>
        <source>constant, ramp, sine or spike.</source>
        <translation>constant, ramp, sine oder spike.</translation>
    </message>
    <message>
        <source>Where it begins.</source>
        <translation>Wo es beginnt.</translation>
    </message>
    <message>
        <source>Where it goes.</source>
        <translation>Wohin es geht.</translation>
    </message>
    <message>
        <source>demand or cpu.</source>
        <translation>demand oder cpu.</translation>
    </message>
    <message>
        <source>How long one round takes.</source>
        <translation>Wie lange eine Runde dauert.</translation>
    </message>
    <message>
        <source>Again after this time.</source>
        <translation>Nach dieser Zeit wieder.</translation>
    </message>
    <message>
        <source>For this long.</source>
        <translation>So lange.</translation>
    </message>
    <message>
        <source>So many more, or fewer.</source>
        <translation>So viele mehr oder weniger.</translation>
    </message>
    <message>
        <source>true or false.</source>
        <translation>true oder false.</translation>
    </message>
    <message>
        <source>readiness, liveness or both.</source>
        <translation>readiness, liveness oder both.</translation>
    </message>
    <message>
        <source>Also after a restart.</source>
        <translation>Auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>promote, promoteFull, pause, resume, abort, retry, undo or restart.</source>
        <translation>promote, promoteFull, pause, resume, abort, retry, undo oder restart.</translation>
    </message>
    <message>
        <source>What is asked.</source>
        <translation>Was gefragt wird.</translation>
    </message>
    <message>
        <source>The answers to choose from.</source>
        <translation>Die Antworten zur Wahl.</translation>
    </message>
    <message>
        <source>The right one.</source>
        <translation>Die richtige.</translation>
    </message>
    <message>
        <source>Why it is right.</source>
        <translation>Warum sie richtig ist.</translation>
    </message>
    <message>
        <source>DOWN must last so long.</source>
        <translation>DOWN muss so lange andauern.</translation>
    </message>
    <message>
        <source>UP must last so long.</source>
        <translation>UP muss so lange andauern.</translation>
    </message>
    <message>
        <source>Between two mails.</source>
        <translation>Zwischen zwei Mails.</translation>
    </message>
    <message>
        <source>While a service starts.</source>
        <translation>Während ein Service startet.</translation>
    </message>
    <message>
        <source>The seq of the alert&apos;s event.</source>
        <translation>Die Nummer (seq) des Alarmereignisses.</translation>
    </message>
    <message>
        <source>sent or failed.</source>
        <translation>sent oder failed.</translation>
    </message>
    <message>
        <source>The mail server&apos;s answer.</source>
        <translation>Die Antwort des Mailservers.</translation>
    </message>
    <message>
        <source>Which attempt it was.</source>
        <translation>Der wievielte Versuch es war.</translation>
    </message>
    <message>
        <source>Emergency Stop: all chaos ends at once.</source>
        <translation>Not-Halt: alles Chaos endet sofort.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>To begin with</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Wie es geht</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Load and trouble</source>
        <translation>Last und Störungen</translation>
    </message>
    <message>
        <source>Using it</source>
        <translation>Benutzung</translation>
    </message>
</context>
<context>
    <name>PendingCause</name>
    <message>
        <source>%1 starts</source>
        <translation>%1 startet</translation>
    </message>
    <message>
        <source>%1 restarts</source>
        <translation>%1 startet neu</translation>
    </message>
    <message>
        <source>%1 has stopped</source>
        <translation>%1 ist beendet</translation>
    </message>
    <message>
        <source>Show this pod</source>
        <translation>Diesen Pod zeigen</translation>
    </message>
    <message>
        <source>progress deadline</source>
        <translation>Frist für Fortschritt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>Pod</name>
    <message>
        <source>the startup probe asks</source>
        <translation>die Startup-Probe fragt</translation>
    </message>
    <message>
        <source>it counts as available</source>
        <translation>er gilt als verfügbar</translation>
    </message>
    <message>
        <source>the readiness probe asks</source>
        <translation>die Readiness-Probe fragt</translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation>1 Neustart</translation>
    </message>
    <message>
        <source>%1 restarts</source>
        <translation>%1 Neustarts</translation>
    </message>
    <message>
        <source>the container runs</source>
        <translation>der Container läuft</translation>
    </message>
    <message>
        <source>the container has stopped</source>
        <translation>der Container ist beendet</translation>
    </message>
    <message>
        <source>the container restarts</source>
        <translation>der Container startet neu</translation>
    </message>
    <message>
        <source>the pod is gone</source>
        <translation>der Pod ist weg</translation>
    </message>
    <message>
        <source>%1 now</source>
        <translation>%1 jetzt</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>There is no service yet: apply one first.</source>
        <translation>Es gibt noch keinen Service: erst einen anwenden.</translation>
    </message>
    <message>
        <source>Which service? There are %1.</source>
        <translation>Welcher Service? Es gibt %1.</translation>
    </message>
    <message>
        <source>No service is called %1. There are %2.</source>
        <translation>Kein Service heißt %1. Es gibt %2.</translation>
    </message>
    <message>
        <source>No service is called %1. Did you mean %2?</source>
        <translation>Kein Service heißt %1. Ist %2 gemeint?</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>How many? Expected is %1.</source>
        <translation>Wie viele? Erwartet wird %1.</translation>
    </message>
    <message>
        <source>“%1” is not good: expected is %2.</source>
        <translation>„%1“ geht nicht: erwartet wird %2.</translation>
    </message>
    <message>
        <source>Scale %1 to %2</source>
        <translation>%1 auf %2 skalieren</translation>
    </message>
    <message>
        <source>that is desired already</source>
        <translation>das ist schon gewünscht</translation>
    </message>
    <message>
        <source>%1 more pods</source>
        <translation>%1 Pods mehr</translation>
    </message>
    <message>
        <source>%1 fewer pods</source>
        <translation>%1 Pods weniger</translation>
    </message>
    <message>
        <source>%1 desired now: %2</source>
        <translation>%1 gewünscht: %2</translation>
    </message>
    <message>
        <source>Kill %2 of %1</source>
        <translation>%2 von %1 töten</translation>
    </message>
    <message>
        <source>Crash %2 of %1</source>
        <translation>%2 von %1 abstürzen lassen</translation>
    </message>
    <message>
        <source>%1 of %2 pods, drawn by chance, are gone; the controller makes new ones</source>
        <translation>%1 von %2 Pods, zufällig gezogen, sind weg; der Controller macht neue</translation>
    </message>
    <message>
        <source>The containers of %1 of %2 pods, drawn by chance, end and restart after a back-off</source>
        <translation>Die Container von %1 von %2 Pods, zufällig gezogen, enden und starten nach einer Wartezeit neu</translation>
    </message>
    <message>
        <source>Image of %1: %2</source>
        <translation>Image von %1: %2</translation>
    </message>
    <message>
        <source>Which image? For example local://demo@v2.</source>
        <translation>Welches Image? Zum Beispiel local://demo@v2.</translation>
    </message>
    <message>
        <source>That is its image already</source>
        <translation>Das ist schon sein Image</translation>
    </message>
    <message>
        <source>%1 now: a rollout by %2 begins</source>
        <translation>Jetzt %1: ein Rollout mit %2 beginnt</translation>
    </message>
    <message>
        <source>Load of %1: %2 %</source>
        <translation>Last von %1: %2 %</translation>
    </message>
    <message>
        <source>As much as would keep one pod at %1 %, shared by the %2 that serve</source>
        <translation>So viel, wie einen Pod auf %1 % hält, verteilt auf die %2, die bedienen</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>%1 now; then as fast as it goes</source>
        <translation>Jetzt %1; dann so schnell es geht</translation>
    </message>
    <message>
        <source>Expected is a number from 0.001 to 1000, or max.</source>
        <translation>Erwartet wird eine Zahl von 0.001 bis 1000 oder max.</translation>
    </message>
    <message>
        <source>%1 now; then %2</source>
        <translation>Jetzt %1; dann %2</translation>
    </message>
    <message>
        <source>Begin anew with seed %1</source>
        <translation>Neu beginnen mit Keim %1</translation>
    </message>
    <message>
        <source>Expected is a whole number from 0 on.</source>
        <translation>Erwartet wird eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Seed %1 now. Services, events and the clock start over.</source>
        <translation>Jetzt Keim %1. Services, Ereignisse und Uhr beginnen von vorn.</translation>
    </message>
    <message>
        <source>Run until %1</source>
        <translation>Laufen bis %1</translation>
    </message>
    <message>
        <source>To the next thing that happens, then pause</source>
        <translation>Bis zum nächsten Ereignis, dann Pause</translation>
    </message>
    <message>
        <source>Until every service is stable, then pause</source>
        <translation>Bis jeder Service stabil ist, dann Pause</translation>
    </message>
    <message>
        <source>From %1 to %2, then pause</source>
        <translation>Von %1 bis %2, dann Pause</translation>
    </message>
    <message>
        <source>Expected is a time such as 90s, 1m30s, 00:44.8, or +10s from now.</source>
        <translation>Erwartet wird eine Zeit wie 90s, 1m30s, 00:44.8 oder +10s ab jetzt.</translation>
    </message>
    <message>
        <source>At character %1, “%2”: %3</source>
        <translation>Bei Zeichen %1, „%2“: %3</translation>
    </message>
    <message>
        <source>At character 2: %1</source>
        <translation>Bei Zeichen 2: %1</translation>
    </message>
    <message>
        <source>%1 has passed: the clock stands at %2. Name a later time, or +10s.</source>
        <translation>%1 ist vorbei: die Uhr steht auf %2. Eine spätere Zeit nennen, oder +10s.</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>%1 freigeben (Promote)</translation>
    </message>
    <message>
        <source>Pause the rollout of %1</source>
        <translation>Rollout von %1 anhalten</translation>
    </message>
    <message>
        <source>Resume the rollout of %1</source>
        <translation>Rollout von %1 fortsetzen</translation>
    </message>
    <message>
        <source>Abort the rollout of %1</source>
        <translation>Rollout von %1 abbrechen</translation>
    </message>
    <message>
        <source>Retry the rollout of %1</source>
        <translation>Rollout von %1 wiederholen</translation>
    </message>
    <message>
        <source>Undo the rollout of %1</source>
        <translation>Rollout von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
</context>
<context>
    <name>Stillness</name>
    <message>
        <source>The clock has reached its end at %1: no time goes on.</source>
        <translation>Die Uhr ist bei %1 an ihrem Ende: keine Zeit vergeht mehr.</translation>
    </message>
    <message>
        <source>The clock is paused at %1: nothing happens until it runs again.</source>
        <translation>Die Uhr ist bei %1 angehalten: nichts geschieht, bis sie wieder läuft.</translation>
    </message>
    <message>
        <source>%1 fails its rollout if nothing gets better</source>
        <translation>der Rollout von %1 scheitert, wenn nichts besser wird</translation>
    </message>
    <message>
        <source>%1 waits for: %2</source>
        <translation>%1 wartet auf: %2</translation>
    </message>
    <message>
        <source>%1 is as desired: %2 of %3 ready. Nothing is due; its probes go on.</source>
        <translation>%1 ist wie gewünscht: %2 von %3 bereit. Nichts steht an; die Proben gehen weiter.</translation>
    </message>
    <message>
        <source>%1 is scaled to 0: no pod is desired, so none runs.</source>
        <translation>%1 ist auf 0 skaliert: kein Pod ist gewünscht, also läuft keiner.</translation>
    </message>
    <message>
        <source>%1: %2. Nothing is due; the controller acts when something changes.</source>
        <translation>%1: %2. Nichts steht an; der Controller handelt, wenn sich etwas ändert.</translation>
    </message>
    <message>
        <source>And %1 more services wait for nothing.</source>
        <translation>Und %1 weitere Services warten auf nichts.</translation>
    </message>
    <message>
        <source>No service is declared, so there is nothing to do. Apply a manifest, or press Play Demo.</source>
        <translation>Kein Service ist erklärt, also gibt es nichts zu tun. Wende ein Manifest an oder drücke Demo abspielen.</translation>
    </message>
    <message>
        <source>And %1 more services wait for something.</source>
        <translation>Und %1 weitere Services warten auf etwas.</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>Ganz freigeben</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Tron</source>
        <translation>Tron</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colour-blind</source>
        <translation>Farbenblind</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Unready</source>
        <extracomment>Not ready, in a shorter word, for small tiles</extracomment>
        <translation>Unbereit</translation>
    </message>
    <message>
        <source>Waits</source>
        <extracomment>Back-off: waits for its restart; a shorter word, for small tiles</extracomment>
        <translation>Wartet</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>links in between are not kept any more</source>
        <translation>Glieder dazwischen sind nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>show this pod</source>
        <translation>diesen Pod zeigen</translation>
    </message>
</context>
<context>
    <name>perfect::Actions</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>perfect::AlertFields</name>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS from the start (as on port 465)</source>
        <translation>TLS von Anfang an (wie auf Port 465)</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Longest attempt, ms</source>
        <translation>Längster Versuch, ms</translation>
    </message>
    <message>
        <source>Authority (PEM file)</source>
        <translation>Zertifizierungsstelle (PEM-Datei)</translation>
    </message>
    <message>
        <source>Verify the server&apos;s certificate</source>
        <translation>Zertifikat des Servers prüfen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subjects begin with</source>
        <translation>Betreffe beginnen mit</translation>
    </message>
    <message>
        <source>Link in the mails</source>
        <translation>Link in den Mails</translation>
    </message>
    <message>
        <source>DOWN must last, ms</source>
        <translation>DOWN muss andauern, ms</translation>
    </message>
    <message>
        <source>UP must last, ms</source>
        <translation>UP muss andauern, ms</translation>
    </message>
    <message>
        <source>Between two mails, ms</source>
        <translation>Zwischen zwei Mails, ms</translation>
    </message>
    <message>
        <source>Grace while starting, ms</source>
        <translation>Schonfrist beim Start, ms</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>When a mail is due (simulated time)</source>
        <translation>Wann eine Mail fällig ist (simulierte Zeit)</translation>
    </message>
    <message>
        <source>Set by %1 in the environment.</source>
        <translation>Von %1 in der Umgebung gesetzt.</translation>
    </message>
    <message>
        <source> Any certificate is trusted: whoever stands between can read mails and password.</source>
        <translation> Jedem Zertifikat wird vertraut: wer dazwischen steht, kann Mails und Passwort lesen.</translation>
    </message>
</context>
<context>
    <name>perfect::AlertStates</name>
    <message>
        <source>Alerts of the services</source>
        <translation>Alarme der Services</translation>
    </message>
    <message>
        <source>&lt;span style=&apos;color:%1&apos;&gt;%2&lt;/span&gt; since %3</source>
        <translation>&lt;span style=&apos;color:%1&apos;&gt;%2&lt;/span&gt; seit %3</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>mails: %1 due, %2 sent, %3, %4 held back</source>
        <translation>Mails: %1 fällig, %2 gesendet, %3, %4 zurückgehalten</translation>
    </message>
    <message>
        <source>%1 is held back until %2: %3.</source>
        <translation>%1 wird bis %2 zurückgehalten: %3.</translation>
    </message>
    <message>
        <source>No service is there, so nobody can be down.</source>
        <translation>Kein Service ist da, also kann keiner ausfallen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perfect::AlertsPage</name>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Set up alerts by e-mail</source>
        <translation>Alarme per E-Mail einrichten</translation>
    </message>
    <message>
        <source>Mail server, recipients and rules, and a test mail (Ctrl+,)</source>
        <translation>Mailserver, Empfänger und Regeln, und eine Testmail (Strg+,)</translation>
    </message>
    <message>
        <source>Certificates are not verified: whoever stands between can read mails and password. For a classroom only.</source>
        <translation>Zertifikate werden nicht geprüft: wer dazwischen steht, kann Mails und Passwort lesen. Nur für den Unterricht.</translation>
    </message>
    <message>
        <source>What is played now is a show: its alerts are decided, and nobody is mailed.</source>
        <translation>Was jetzt gespielt wird, ist eine Vorführung: Alarme werden entschieden, und niemand bekommt Mail.</translation>
    </message>
    <message>
        <source>Mails go %1.</source>
        <translation>Mails gehen %1.</translation>
    </message>
    <message>
        <source>No mail server is set: alerts are decided all the same, and nobody is told.</source>
        <translation>Kein Mailserver ist eingerichtet: Alarme werden trotzdem entschieden, und niemand erfährt davon.</translation>
    </message>
</context>
<context>
    <name>perfect::BalancerPage</name>
    <message>
        <source>Nobody answers</source>
        <translation>Niemand antwortet</translation>
    </message>
    <message>
        <source>The next requests</source>
        <translation>Die nächsten Anfragen</translation>
    </message>
    <message>
        <source>Pods that come next</source>
        <translation>Pods, die als Nächste kommen</translation>
    </message>
    <message>
        <source>Send a request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>Ask the balancer once and see who answers; nothing in the world changes</source>
        <translation>Den Verteiler einmal fragen und sehen, wer antwortet; in der Welt ändert sich nichts</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Traffic by version</source>
        <translation>Anfragen nach Version</translation>
    </message>
    <message>
        <source>Traffic by pod</source>
        <translation>Anfragen nach Pod</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Choose a service: here stands who answers its requests.</source>
        <translation>Einen Service wählen: hier steht, wer seine Anfragen beantwortet.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 pods get requests · %4 req/s</source>
        <translation>%1: %2 von %3 Pods bekommen Anfragen · %4 Anfr./s</translation>
    </message>
    <message>
        <source>503: no pod serves</source>
        <translation>503: kein Pod bedient</translation>
    </message>
    <message>
        <source>%1 requests a second find nobody.</source>
        <translation>%1 Anfragen pro Sekunde finden niemanden.</translation>
    </message>
    <message>
        <source>A request would find nobody.</source>
        <translation>Eine Anfrage fände niemanden.</translation>
    </message>
    <message>
        <source>1 pod</source>
        <translation>1 Pod</translation>
    </message>
    <message>
        <source>%1 pods</source>
        <translation>%1 Pods</translation>
    </message>
    <message>
        <source>and %1 more, the same share each</source>
        <translation>und %1 weitere, je der gleiche Anteil</translation>
    </message>
    <message>
        <source>and round again</source>
        <translation>und wieder von vorn</translation>
    </message>
    <message>
        <source>Nobody is in the round.</source>
        <translation>Niemand ist in der Runde.</translation>
    </message>
    <message>
        <source>no pod serves</source>
        <translation>kein Pod bedient</translation>
    </message>
</context>
<context>
    <name>perfect::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>perfect::BeatDots</name>
    <message>
        <source>Caption %1 of %2</source>
        <translation>Satz %1 von %2</translation>
    </message>
</context>
<context>
    <name>perfect::CauseChip</name>
    <message>
        <source>you decide</source>
        <translation>du entscheidest</translation>
    </message>
</context>
<context>
    <name>perfect::ChaosAlarm</name>
    <message>
        <source>Chaos is running</source>
        <translation>Chaos läuft</translation>
    </message>
    <message>
        <source>Emergency Stop</source>
        <translation>Not-Halt</translation>
    </message>
    <message>
        <source>End all chaos at once, and make every pod healthy again (Ctrl+Shift+X)</source>
        <translation>Alles Chaos sofort beenden und jeden Pod wieder gesund machen (Strg+Umschalt+X)</translation>
    </message>
    <message>
        <source>Chaos is running: 1 schedule strikes again and again.</source>
        <translation>Chaos läuft: 1 Plan schlägt immer wieder zu.</translation>
    </message>
    <message>
        <source>Chaos is running: %1 schedules strike again and again.</source>
        <translation>Chaos läuft: %1 Pläne schlagen immer wieder zu.</translation>
    </message>
</context>
<context>
    <name>perfect::ChaosPage</name>
    <message>
        <source>Emergency Stop</source>
        <translation>Not-Halt</translation>
    </message>
    <message>
        <source>Choose a service: here it can be scaled, loaded and troubled.</source>
        <translation>Einen Service wählen: hier kann er skaliert, belastet und gestört werden.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 ready</source>
        <translation>%1: %2 von %3 bereit</translation>
    </message>
    <message>
        <source>End all chaos at once, and make every pod healthy again (Ctrl+Shift+X)</source>
        <translation>Alles Chaos sofort beenden und jeden Pod wieder gesund machen (Strg+Umschalt+X)</translation>
    </message>
</context>
<context>
    <name>perfect::ChartsPanel</name>
    <message>
        <source>Ready / desired</source>
        <translation>Bereit / gewünscht</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Restarts / min</source>
        <translation>Neustarts / min</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>CPU / target</source>
        <translation>CPU / Ziel</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2 to %3</source>
        <translation>%1 · %2 bis %3</translation>
    </message>
    <message>
        <source>Charts of %1</source>
        <translation>Diagramme von %1</translation>
    </message>
    <message>
        <source>Export charts</source>
        <translation>Diagramme exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Charts saved to %1</source>
        <translation>Diagramme gespeichert in %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Time that the charts show</source>
        <translation>Zeitraum der Diagramme</translation>
    </message>
    <message>
        <source>How much simulated time the charts show</source>
        <translation>Wie viel simulierte Zeit die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save the charts as a picture, or their values as CSV</source>
        <translation>Die Diagramme als Bild oder ihre Werte als CSV speichern</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Values (CSV)…</source>
        <translation>Werte (CSV)…</translation>
    </message>
    <message>
        <source>Part of the past that the charts show</source>
        <translation>Der Teil der Vergangenheit, den die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Go back in the charts; the right end is live</source>
        <translation>In den Diagrammen zurückgehen; das rechte Ende ist jetzt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Live end of the charts</source>
        <translation>Jetziges Ende der Diagramme</translation>
    </message>
    <message>
        <source>Back to now, in the charts and in the events</source>
        <translation>Zurück zum Jetzt, in den Diagrammen und den Ereignissen</translation>
    </message>
    <message>
        <source>Ready pods; the dashed line is what is desired.</source>
        <translation>Bereite Pods; die gestrichelte Linie ist, was gewünscht ist.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Pods by version, one on top of the other.</source>
        <translation>Pods nach Version, übereinander.</translation>
    </message>
    <message>
        <source>Average CPU of the serving pods in percent; the dashed line is the autoscaler&apos;s target.</source>
        <translation>Mittlere CPU der bedienenden Pods in Prozent; die gestrichelte Linie ist das Ziel des Autoscalers.</translation>
    </message>
    <message>
        <source>Container restarts in the minute before.</source>
        <translation>Container-Neustarts in der Minute davor.</translation>
    </message>
    <message>
        <source>Events / min</source>
        <translation>Ereignisse / min</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events of all services in the minute before.</source>
        <translation>Ereignisse aller Services in der Minute davor.</translation>
    </message>
    <message>
        <source>Point at it, or use Left and Right, to see the values of all charts at that moment. Click, or Enter: what happened then?</source>
        <translation>Darauf zeigen oder Links und Rechts drücken, um die Werte aller Diagramme in diesem Augenblick zu sehen. Klick oder Eingabe: was geschah da?</translation>
    </message>
    <message>
        <source>Nothing to draw yet: choose a service, or apply one.</source>
        <translation>Noch nichts zu zeichnen: einen Service wählen oder anwenden.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>all charts</source>
        <translation>alle Diagramme</translation>
    </message>
    <message>
        <source>Which charts are shown</source>
        <translation>Welche Diagramme zu sehen sind</translation>
    </message>
    <message>
        <source>All charts, or one of them as large as there is room</source>
        <translation>Alle Diagramme, oder eines davon so groß, wie Platz ist</translation>
    </message>
</context>
<context>
    <name>perfect::ComingUp</name>
    <message>
        <source>Coming up</source>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Nothing is awaited.</source>
        <translation>Nichts wird erwartet.</translation>
    </message>
    <message>
        <source>Why is nothing happening?</source>
        <translation>Warum geschieht nichts?</translation>
    </message>
    <message>
        <source>What is awaited and until when, service by service</source>
        <translation>Was erwartet wird und bis wann, Service für Service</translation>
    </message>
    <message>
        <source>Coming up, when the clock runs</source>
        <translation>Demnächst, wenn die Uhr läuft</translation>
    </message>
    <message>
        <source>What else is coming up</source>
        <translation>Was noch bevorsteht</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Coming up: %n more</source>
        <translation>
            <numerusform>Demnächst: %n weitere</numerusform>
            <numerusform>Demnächst: %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perfect::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Search or command…</source>
        <translation>Suche oder Befehl…</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>A command, service, pod, example, theme or help page; or a sentence such as: scale api to 5</source>
        <translation>Ein Befehl, Service, Pod, Beispiel, Thema oder eine Hilfeseite; oder ein Satz wie: scale api to 5</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>Auch: %1</translation>
    </message>
</context>
<context>
    <name>perfect::DesktopAlerts</name>
    <message>
        <source>Kept in the desktop&apos;s keychain, never in a file.</source>
        <translation>Im Schlüsselbund des Desktops aufbewahrt, nie in einer Datei.</translation>
    </message>
    <message>
        <source>No keychain answers here (%1): the password is known until the program ends. SMTP_PASS in the environment sets it for good.</source>
        <translation>Hier antwortet kein Schlüsselbund (%1): das Passwort ist bekannt, bis das Programm endet. SMTP_PASS in der Umgebung setzt es dauerhaft.</translation>
    </message>
    <message>
        <source>No mails yet: the keychain is asked for the password.</source>
        <translation>Noch keine Mails: der Schlüsselbund wird nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>No mails: %1 %2.</source>
        <translation>Keine Mails: %1 %2.</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>No mails: %1</source>
        <translation>Keine Mails: %1</translation>
    </message>
    <message>
        <source>No mails: a mail server is missing.</source>
        <translation>Keine Mails: ein Mailserver fehlt.</translation>
    </message>
    <message>
        <source>No mails: a recipient is missing.</source>
        <translation>Keine Mails: ein Empfänger fehlt.</translation>
    </message>
    <message>
        <source>The server took it: %1.</source>
        <translation>Der Server hat sie angenommen: %1.</translation>
    </message>
    <message>
        <source>But not for all: %1</source>
        <translation>Aber nicht für alle: %1</translation>
    </message>
    <message>
        <source>The program ends.</source>
        <translation>Das Programm endet.</translation>
    </message>
</context>
<context>
    <name>perfect::DiffPage</name>
    <message>
        <source>Choose a service on the left or on the Grid: here stands what is desired against what is there.</source>
        <translation>Links oder auf dem Raster einen Service wählen: hier steht, was gewünscht ist, neben dem, was da ist.</translation>
    </message>
    <message>
        <source>Desired against actual, field by field</source>
        <translation>Gewünscht gegen tatsächlich, Feld für Feld</translation>
    </message>
    <message>
        <source>Field by field</source>
        <translation>Feld für Feld</translation>
    </message>
    <message>
        <source>Desired against actual, as text</source>
        <translation>Gewünscht gegen tatsächlich, als Text</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
</context>
<context>
    <name>perfect::EditorPage</name>
    <message>
        <source>Place in the text</source>
        <translation>Stelle im Text</translation>
    </message>
    <message>
        <source>Faults in the text</source>
        <translation>Fehler im Text</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open an example, a file or a service&apos;s manifest</source>
        <translation>Ein Beispiel, eine Datei oder das Manifest eines Service öffnen</translation>
    </message>
    <message>
        <source>Manifest of a service</source>
        <translation>Manifest eines Service</translation>
    </message>
    <message>
        <source>Manifest of %1</source>
        <translation>Manifest von %1</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Letzte Dateien vergessen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the text to a file</source>
        <translation>Den Text in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save the text to a file (Ctrl+S)</source>
        <translation>Den Text in einer Datei speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply the manifest</source>
        <translation>Das Manifest anwenden</translation>
    </message>
    <message>
        <source>Declare this as desired (Ctrl+Return)</source>
        <translation>Dies als gewünscht erklären (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>What Apply would change</source>
        <translation>Was Anwenden ändern würde</translation>
    </message>
    <message>
        <source>Unsaved text</source>
        <translation>Ungesicherter Text</translation>
    </message>
    <message>
        <source>The text in the editor is neither saved nor applied. What shall become of it?</source>
        <translation>Der Text im Editor ist weder gespeichert noch angewendet. Was soll mit ihm geschehen?</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Open a manifest or a scenario</source>
        <translation>Ein Manifest oder Szenario öffnen</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml);;All files (*)</source>
        <translation>YAML (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB; a manifest is not.</source>
        <translation>%1 ist größer als 1 MiB; ein Manifest ist das nicht.</translation>
    </message>
    <message>
        <source>Save the manifest</source>
        <translation>Das Manifest speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
    <message>
        <source>line %1, column %2: </source>
        <translation>Zeile %1, Spalte %2: </translation>
    </message>
    <message>
        <source>1 fault. Nothing is applied until it is mended.</source>
        <translation>1 Fehler. Nichts wird angewendet, bis er behoben ist.</translation>
    </message>
    <message>
        <source>%1 faults. Nothing is applied until all are mended.</source>
        <translation>%1 Fehler. Nichts wird angewendet, bis alle behoben sind.</translation>
    </message>
    <message>
        <source>Write a manifest, or open an example. Apply declares it as desired.</source>
        <translation>Ein Manifest schreiben oder ein Beispiel öffnen. Anwenden erklärt es als gewünscht.</translation>
    </message>
    <message>
        <source>Ready to apply: %1</source>
        <translation>Kann angewendet werden: %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2: %3</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>%1 · unsaved</source>
        <translation>%1 · ungesichert</translation>
    </message>
    <message>
        <source>There is nothing to apply: the editor is empty. Open an example to begin.</source>
        <translation>Es gibt nichts anzuwenden: der Editor ist leer. Zum Beginn ein Beispiel öffnen.</translation>
    </message>
</context>
<context>
    <name>perfect::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Service, pod</source>
        <translation>Service, Pod</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>  · %n more</source>
        <translation>
            <numerusform>  · %n weitere</numerusform>
            <numerusform>  · %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>level %1: %2</source>
        <translation>Stufe %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>, %n more folded</source>
        <translation>
            <numerusform>, %n weitere eingeklappt</numerusform>
            <numerusform>, %n weitere eingeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, led to %n more</source>
        <translation>
            <numerusform>, führte zu %n weiteren</numerusform>
            <numerusform>, führte zu %n weiteren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perfect::EventsPanel</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No events yet. Everything that happens is told here, with its cause.</source>
        <translation>Noch keine Ereignisse. Alles, was geschieht, wird hier erzählt, mit seiner Ursache.</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Filter by level</source>
        <translation>Nach Stufe filtern</translation>
    </message>
    <message>
        <source>Show events of this level and worse</source>
        <translation>Ereignisse dieser Stufe und schlimmere zeigen</translation>
    </message>
    <message>
        <source>Filter by type</source>
        <translation>Nach Art filtern</translation>
    </message>
    <message>
        <source>Show one type of events: rollout, health, scaling, chaos …</source>
        <translation>Eine Art von Ereignissen zeigen: Rollout, Gesundheit, Skalierung, Chaos …</translation>
    </message>
    <message>
        <source>Filter by service</source>
        <translation>Nach Service filtern</translation>
    </message>
    <message>
        <source>Show the events of one service</source>
        <translation>Die Ereignisse eines Service zeigen</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>Nach Text filtern</translation>
    </message>
    <message>
        <source>Show events whose message, pod, reason or explanation contains this</source>
        <translation>Ereignisse zeigen, deren Meldung, Pod, Grund oder Erklärung dies enthält</translation>
    </message>
    <message>
        <source>Everything that happens, with its cause. Enter: why did it happen? Left and Right fold and unfold what it led to. Ctrl+C copies the chosen rows.</source>
        <translation>Alles, was geschieht, mit seiner Ursache. Eingabe: warum geschah es? Links und Rechts klappen ein und aus, wozu es führte. Strg+C kopiert die gewählten Zeilen.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Events in the order of time</source>
        <translation>Ereignisse der Zeit nach</translation>
    </message>
    <message>
        <source>In the order of time, oldest first</source>
        <translation>Der Zeit nach, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Events by cause</source>
        <translation>Ereignisse nach Ursache</translation>
    </message>
    <message>
        <source>By cause: what an event led to stands below it</source>
        <translation>Nach Ursache: wozu ein Ereignis führte, steht darunter</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Filter by pod</source>
        <translation>Nach Pod filtern</translation>
    </message>
    <message>
        <source>Show the events of one pod. Choose it on the Grid first, or use the menu of an event.</source>
        <translation>Die Ereignisse eines Pods zeigen. Erst auf dem Raster wählen oder das Menü eines Ereignisses benutzen.</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Save what the filters let through as CSV or JSON lines</source>
        <translation>Was die Filter durchlassen, als CSV oder JSON-Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>JSON lines…</source>
        <translation>JSON-Zeilen…</translation>
    </message>
    <message>
        <source>No event passes these filters.</source>
        <translation>Kein Ereignis passiert diese Filter.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>%1+ new</source>
        <translation>%1+ neu</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>Let the list of events stand still</source>
        <translation>Die Liste der Ereignisse stillstehen lassen</translation>
    </message>
    <message>
        <source>Follow the newest event, %1</source>
        <translation>Dem neuesten Ereignis folgen, %1</translation>
    </message>
    <message>
        <source>Let the list stand still, to read; the simulation goes on</source>
        <translation>Die Liste zum Lesen stillstehen lassen; die Simulation läuft weiter</translation>
    </message>
    <message>
        <source>Go on with the newest event</source>
        <translation>Mit dem neuesten Ereignis weitermachen</translation>
    </message>
    <message>
        <source>What happened at %1 has left memory; a session file has it.</source>
        <translation>Was bei %1 geschah, ist nicht mehr im Speicher; eine Sitzungsdatei hat es.</translation>
    </message>
    <message>
        <source>Copy	Ctrl+C</source>
        <translation>Kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Why?	Enter</source>
        <translation>Warum?	Eingabe</translation>
    </message>
    <message>
        <source>Only this pod: %1</source>
        <translation>Nur dieser Pod: %1</translation>
    </message>
    <message>
        <source>Only this service: %1</source>
        <translation>Nur dieser Service: %1</translation>
    </message>
    <message>
        <source>Only this type: %1</source>
        <translation>Nur diese Art: %1</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Export as JSON lines…</source>
        <translation>Als JSON-Zeilen exportieren…</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Events saved to %1</source>
        <translation>Ereignisse gespeichert in %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
</context>
<context>
    <name>perfect::Fold</name>
    <message>
        <source>Hide or show what stands below</source>
        <translation>Ein- oder ausblenden, was darunter steht</translation>
    </message>
</context>
<context>
    <name>perfect::GridView</name>
    <message>
        <source>Nothing on the Grid yet.</source>
        <translation>Noch nichts auf dem Raster.</translation>
    </message>
    <message>
        <source>Press Play Demo, or apply examples/api-v1.yaml.</source>
        <translation>Demo abspielen, oder examples/api-v1.yaml anwenden.</translation>
    </message>
    <message>
        <source>balancer</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>%1 Anfr./s</translation>
    </message>
    <message>
        <source>no load</source>
        <translation>keine Last</translation>
    </message>
    <message>
        <source>The Grid</source>
        <translation>Das Raster</translation>
    </message>
    <message>
        <source>Services and their pods. Arrow keys move between pods, Enter opens one.</source>
        <translation>Services und ihre Pods. Pfeiltasten gehen von Pod zu Pod, Eingabe öffnet einen.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 ready. %4</source>
        <translation>%1: %2 von %3 bereit. %4</translation>
    </message>
    <message>
        <source>This pod is gone.</source>
        <translation>Diesen Pod gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>, serving</source>
        <translation>, bedient</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Hide the map</source>
        <translation>Karte ausblenden</translation>
    </message>
    <message>
        <source>Show the map</source>
        <translation>Karte zeigen</translation>
    </message>
</context>
<context>
    <name>perfect::HelpDesk</name>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
</context>
<context>
    <name>perfect::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search in Help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Pages that say all these words (Ctrl+F)</source>
        <translation>Seiten, auf denen alle diese Wörter stehen (Strg+F)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Alt+←</source>
        <translation>Alt+←</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Alt+→</source>
        <translation>Alt+→</translation>
    </message>
    <message>
        <source>To the first page</source>
        <translation>Zur ersten Seite</translation>
    </message>
    <message>
        <source>Alt+Home</source>
        <translation>Alt+Pos1</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Ctrl+−</source>
        <translation>Strg+−</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Strg++</translation>
    </message>
    <message>
        <source>No page says this. Try one word, or look into the glossary.</source>
        <translation>Auf keiner Seite steht das. Versuche ein einzelnes Wort oder sieh ins Glossar.</translation>
    </message>
    <message>
        <source>%1 · Help</source>
        <translation>%1 · Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>On the Grid and in lists</source>
        <translation>Auf dem Grid und in Listen</translation>
    </message>
</context>
<context>
    <name>perfect::HoverCard</name>
    <message>
        <source>, serving</source>
        <translation>, bedient</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>next</source>
        <translation>demnächst</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>auf Befehl</translation>
    </message>
    <message>
        <source>its probes fail</source>
        <translation>seine Proben scheitern</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>in Wartezeit</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>enden</translation>
    </message>
</context>
<context>
    <name>perfect::LoadCard</name>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Kind of load</source>
        <translation>Art der Last</translation>
    </message>
    <message>
        <source>demand: shared by the serving pods, so that more pods are cooler. cpu: the same for every pod.</source>
        <translation>demand: auf die bedienenden Pods verteilt, mehr Pods sind also kühler. cpu: für jeden Pod gleich.</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>demand</translation>
    </message>
    <message>
        <source>cpu</source>
        <translation>cpu</translation>
    </message>
    <message>
        <source>Load in percent of one pod</source>
        <translation>Last in Prozent eines Pods</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Shape of the load over time</source>
        <translation>Verlauf der Last über die Zeit</translation>
    </message>
    <message>
        <source>A pattern changes the load by itself, until another load is set</source>
        <translation>Ein Muster ändert die Last von selbst, bis eine andere Last gesetzt wird</translation>
    </message>
    <message>
        <source>stays constant</source>
        <translation>bleibt gleich</translation>
    </message>
    <message>
        <source>ramp</source>
        <translation>Rampe</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>spike</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Load at the beginning</source>
        <translation>Last am Anfang</translation>
    </message>
    <message>
        <source>Load at the beginning, percent of one pod</source>
        <translation>Last am Anfang, in Prozent eines Pods</translation>
    </message>
    <message>
        <source>Load at the other end</source>
        <translation>Last am anderen Ende</translation>
    </message>
    <message>
        <source>Load at the other end, percent of one pod</source>
        <translation>Last am anderen Ende, in Prozent eines Pods</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Ramp: how long it climbs. Sine: there and back. Spike: how long</source>
        <translation>Rampe: wie lange sie steigt. Sinus: hin und zurück. Spitze: wie lange</translation>
    </message>
    <message>
        <source>from </source>
        <translation>von </translation>
    </message>
    <message>
        <source>to </source>
        <translation>bis </translation>
    </message>
    <message>
        <source>in </source>
        <translation>in </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Start pattern</source>
        <translation>Muster starten</translation>
    </message>
    <message>
        <source>Let the load follow this shape from now on</source>
        <translation>Die Last von jetzt an diesem Verlauf folgen lassen</translation>
    </message>
    <message>
        <source>%1 % of a pod each, over %2 serving pods</source>
        <translation>Je %1 % eines Pods, über %2 bedienende Pods</translation>
    </message>
    <message>
        <source>No pod serves: nothing carries the load.</source>
        <translation>Kein Pod bedient: nichts trägt die Last.</translation>
    </message>
</context>
<context>
    <name>perfect::LookPage</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation>wie im System</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>reduziert</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Colours of the whole window</source>
        <translation>Farben des ganzen Fensters</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>100 to 300 % of the usual</source>
        <translation>100 bis 300 % der üblichen</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Whether pods appear and dissolve, and light moves</source>
        <translation>Ob Pods erscheinen und zerfallen und Licht sich bewegt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of everything that is written here</source>
        <translation>Von allem, was hier geschrieben steht</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>perfect::MainWindow</name>
    <message>
        <source>Applied: %1. Applied is not done: the controller now makes it so.</source>
        <translation>Angewendet: %1. Angewendet heißt nicht fertig: der Controller stellt es jetzt her.</translation>
    </message>
    <message>
        <source>No pod was there to be taken.</source>
        <translation>Kein Pod war da, der genommen werden konnte.</translation>
    </message>
    <message>
        <source>Perfect System</source>
        <translation>Perfect System</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Mails go %1</source>
        <translation>Mails gehen %1</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Simulation and REST</source>
        <translation>Simulation und REST</translation>
    </message>
    <message>
        <source>The simulation is busy and took no more commands. Try again in a moment.</source>
        <translation>Die Simulation ist beschäftigt und nahm keine Befehle mehr an. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Refused, nothing changed: %1</source>
        <translation>Abgelehnt, nichts geändert: %1</translation>
    </message>
    <message>
        <source>Play Demo cannot start: %1</source>
        <translation>Die Demo kann nicht beginnen: %1</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Begin anew with an empty Grid? Services, events and the clock start over; the editor keeps its text.</source>
        <translation>Mit leerem Raster neu beginnen? Services, Ereignisse und Uhr beginnen von vorn; der Editor behält seinen Text.</translation>
    </message>
    <message>
        <source>Play Demo</source>
        <translation>Demo abspielen</translation>
    </message>
    <message>
        <source>A guided minute: rollouts, chaos, healing, autoscaling</source>
        <translation>Eine geführte Minute: Rollouts, Chaos, Heilung, Autoscaling</translation>
    </message>
    <message>
        <source>Stop what is played</source>
        <translation>Beenden, was gespielt wird</translation>
    </message>
    <message>
        <source>Bring back what was there before</source>
        <translation>Zurückbringen, was vorher da war</translation>
    </message>
    <message>
        <source>Begin anew with an empty Grid</source>
        <translation>Mit leerem Raster neu beginnen</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette…</translation>
    </message>
    <message>
        <source>Every command, service, pod, example and theme</source>
        <translation>Jeder Befehl, Service, Pod, jedes Beispiel und Thema</translation>
    </message>
    <message>
        <source>The idea in 30 seconds</source>
        <translation>Die Idee in 30 Sekunden</translation>
    </message>
    <message>
        <source>The mental model</source>
        <translation>Das gedankliche Modell</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Look, language, simulation, REST, mail</source>
        <translation>Aussehen, Sprache, Simulation, REST, Mail</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close the window and end</source>
        <translation>Das Fenster schließen und enden</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pause oder weiter</translation>
    </message>
    <message>
        <source>Stop the clock, or let it go on</source>
        <translation>Die Uhr anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>To just behind the controller&apos;s next tick, then pause</source>
        <translation>Bis knapp hinter den nächsten Takt des Controllers, dann Pause</translation>
    </message>
    <message>
        <source>Run until…</source>
        <translation>Laufen bis…</translation>
    </message>
    <message>
        <source>To a time, to the next event, or until all is stable</source>
        <translation>Bis zu einer Zeit, zum nächsten Ereignis, oder bis alles stabil ist</translation>
    </message>
    <message>
        <source>Run to the next event</source>
        <translation>Bis zum nächsten Ereignis laufen</translation>
    </message>
    <message>
        <source>Then pause</source>
        <translation>Dann Pause</translation>
    </message>
    <message>
        <source>Run until all is stable</source>
        <translation>Laufen, bis alles stabil ist</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>The next higher speed</source>
        <translation>Das nächsthöhere Tempo</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>The next lower speed</source>
        <translation>Das nächstniedrigere Tempo</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>So schnell es geht</translation>
    </message>
    <message>
        <source>Simulated seconds per second</source>
        <translation>Simulierte Sekunden pro Sekunde</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Eine Datei öffnen…</translation>
    </message>
    <message>
        <source>A manifest to edit, or a scenario to play</source>
        <translation>Ein Manifest zum Bearbeiten oder ein Szenario zum Abspielen</translation>
    </message>
    <message>
        <source>Save the text…</source>
        <translation>Den Text speichern…</translation>
    </message>
    <message>
        <source>To a file</source>
        <translation>In einer Datei</translation>
    </message>
    <message>
        <source>Explain Mode</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Every event says why it happened</source>
        <translation>Jedes Ereignis sagt, warum es geschah</translation>
    </message>
    <message>
        <source>Presentation mode</source>
        <translation>Vorführmodus</translation>
    </message>
    <message>
        <source>Full screen: only the Grid, narration, clock and charts, in larger type</source>
        <translation>Ganzer Bildschirm: nur Raster, Erzählung, Uhr und Diagramme, in größerer Schrift</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>Thema: %1</translation>
    </message>
    <message>
        <source>Colours of the whole window</source>
        <translation>Farben des ganzen Fensters</translation>
    </message>
    <message>
        <source>Type at %1 %</source>
        <translation>Schrift mit %1 %</translation>
    </message>
    <message>
        <source>How large everything is written</source>
        <translation>Wie groß alles geschrieben ist</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>A quarter larger</source>
        <translation>Ein Viertel größer</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>A quarter smaller</source>
        <translation>Ein Viertel kleiner</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>States change at once, nothing moves</source>
        <translation>Zustände wechseln sofort, nichts bewegt sich</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Every command, in a menu</source>
        <translation>Jeder Befehl, in einem Menü</translation>
    </message>
    <message>
        <source>Presentation mode: Esc or F11 leaves it.</source>
        <translation>Vorführmodus: Esc oder F11 verlässt ihn.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Open it in the editor</source>
        <translation>Es im Editor öffnen</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>Letzte Datei</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Sie öffnen</translation>
    </message>
    <message>
        <source>The program ended with unsaved text in the editor: here it is again (%1).</source>
        <translation>Das Programm endete mit ungesichertem Text im Editor: hier ist er wieder (%1).</translation>
    </message>
    <message>
        <source>Guided Tour</source>
        <translation>Geführte Tour</translation>
    </message>
    <message>
        <source>Twelve short steps on the real window</source>
        <translation>Zwölf kurze Schritte am echten Fenster</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About what has the keyboard</source>
        <translation>Zu dem, was die Tastatur hat</translation>
    </message>
    <message>
        <source>What&apos;s this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Then click on something</source>
        <translation>Dann auf etwas klicken</translation>
    </message>
    <message>
        <source>Back to the caption&apos;s start</source>
        <translation>Zurück zum Anfang des Satzes</translation>
    </message>
    <message>
        <source>In a show; at its start: the one before</source>
        <translation>In einer Vorführung; am Anfang: zum vorigen</translation>
    </message>
    <message>
        <source>On to the next caption</source>
        <translation>Weiter zum nächsten Satz</translation>
    </message>
    <message>
        <source>In a show</source>
        <translation>In einer Vorführung</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>perfect::Minimap</name>
    <message>
        <source>Map of the Grid</source>
        <translation>Karte des Rasters</translation>
    </message>
    <message>
        <source>All of the Grid; click or drag to move the view (Ctrl+M hides it)</source>
        <translation>Das ganze Raster; Klicken oder Ziehen bewegt den Ausschnitt (Strg+M blendet die Karte aus)</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Hide the map</source>
        <translation>Karte ausblenden</translation>
    </message>
</context>
<context>
    <name>perfect::NarrationBand</name>
    <message>
        <source>Narration</source>
        <translation>Erzählung</translation>
    </message>
    <message>
        <source>Pause the narration</source>
        <translation>Die Erzählung anhalten</translation>
    </message>
    <message>
        <source>Pause or go on (Space)</source>
        <translation>Pause oder weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Next caption</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Stop and bring back what was there before</source>
        <translation>Beenden und zurückbringen, was vorher da war</translation>
    </message>
    <message>
        <source>This did not happen as promised: %1</source>
        <translation>Das geschah nicht wie versprochen: %1</translation>
    </message>
    <message>
        <source>beat %1 of %2</source>
        <translation>Takt %1 von %2</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>zu sehen: %1</translation>
    </message>
    <message>
        <source>the end; Stop brings back what was there before</source>
        <translation>das Ende; Beenden bringt zurück, was vorher da war</translation>
    </message>
    <message>
        <source>Back to the caption&apos;s start</source>
        <translation>Zurück zum Anfang des Satzes</translation>
    </message>
    <message>
        <source>Back to the start of this caption, or to the one before ([)</source>
        <translation>Zurück zum Anfang dieses Satzes oder zum vorigen ([)</translation>
    </message>
    <message>
        <source>Hurry on to the next caption (])</source>
        <translation>Schnell zum nächsten Satz (])</translation>
    </message>
    <message>
        <source>Stop the show</source>
        <translation>Die Vorführung beenden</translation>
    </message>
    <message>
        <source>Speed of the show</source>
        <translation>Tempo der Vorführung</translation>
    </message>
    <message>
        <source>Speed of the show (+ and − with Ctrl)</source>
        <translation>Tempo der Vorführung (+ und − mit Strg)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answer(s) right</source>
        <translation>
            <numerusform>%1 von %n Antwort richtig</numerusform>
            <numerusform>%1 von %n Antworten richtig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perfect::NatureCard</name>
    <message>
        <source>By nature</source>
        <translation>Von Natur aus</translation>
    </message>
    <message>
        <source>Seconds to start</source>
        <translation>Sekunden zum Starten</translation>
    </message>
    <message>
        <source>starts in </source>
        <translation>startet in </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds to boot</source>
        <translation>Sekunden zum Anlaufen</translation>
    </message>
    <message>
        <source>boots in </source>
        <translation>läuft an in </translation>
    </message>
    <message>
        <source>Crashes an hour</source>
        <translation>Abstürze pro Stunde</translation>
    </message>
    <message>
        <source>crashes </source>
        <translation>Abstürze </translation>
    </message>
    <message>
        <source> / h</source>
        <translation> / h</translation>
    </message>
    <message>
        <source>Percent of requests that fail</source>
        <translation>Prozent der Anfragen, die scheitern</translation>
    </message>
    <message>
        <source>errors </source>
        <translation>Fehler </translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How long a container starts; no probe asks yet</source>
        <translation>Wie lange ein Container startet; noch fragt keine Probe</translation>
    </message>
    <message>
        <source>How long a running container&apos;s probes fail at first</source>
        <translation>Wie lange die Proben eines laufenden Containers anfangs scheitern</translation>
    </message>
    <message>
        <source>How often a container ends by itself, by chance</source>
        <translation>Wie oft ein Container von selbst endet, zufällig</translation>
    </message>
    <message>
        <source>Of the requests that a pod serves</source>
        <translation>Von den Anfragen, die ein Pod bedient</translation>
    </message>
    <message>
        <source>What applying would change</source>
        <translation>Was Anwenden ändern würde</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Declare the service with these fields; its pods are replaced by its strategy</source>
        <translation>Den Service mit diesen Feldern erklären; seine Pods werden nach seiner Strategie ersetzt</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Back to what is declared</source>
        <translation>Zurück zum Erklärten</translation>
    </message>
    <message>
        <source>Slow starts and crashes stand in the manifest: changing them rolls out a new version.</source>
        <translation>Langsame Starts und Abstürze stehen im Manifest: wer sie ändert, rollt eine neue Version aus.</translation>
    </message>
</context>
<context>
    <name>perfect::PaletteModel</name>
    <message>
        <source>Do</source>
        <translation>Tun</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Show it on the Grid, and why it is so</source>
        <translation>Es auf dem Raster zeigen, und warum es so ist</translation>
    </message>
    <message>
        <source>Nothing is called “%1”.</source>
        <translation>Nichts heißt „%1“.</translation>
    </message>
    <message>
        <source>Nearest are these:</source>
        <translation>Am nächsten sind diese:</translation>
    </message>
</context>
<context>
    <name>perfect::PatternPicture</name>
    <message>
        <source>Shape of the load</source>
        <translation>Verlauf der Last</translation>
    </message>
    <message>
        <source>from %1 to %2 percent, period %3 s</source>
        <translation>von %1 bis %2 Prozent, Periode %3 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>perfect::PhaseStrip</name>
    <message>
        <source>Phases of this pod</source>
        <translation>Phasen dieses Pods</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 from %2, for %3</source>
        <translation>%1 ab %2, %3 lang</translation>
    </message>
</context>
<context>
    <name>perfect::PodInspector</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Previous pod</source>
        <translation>Voriger Pod</translation>
    </message>
    <message>
        <source>Next pod</source>
        <translation>Nächster Pod</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the pod&apos;s name</source>
        <translation>Den Namen des Pods kopieren</translation>
    </message>
    <message>
        <source>Facts about this pod</source>
        <translation>Angaben zu diesem Pod</translation>
    </message>
    <message>
        <source>%1 this pod</source>
        <translation>%1: dieser Pod</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Töten</translation>
    </message>
    <message>
        <source>This pod is gone; the controller makes a new one</source>
        <translation>Dieser Pod ist weg; der Controller macht einen neuen</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Abstürzen</translation>
    </message>
    <message>
        <source>Its container ends; the pod restarts it after a back-off</source>
        <translation>Sein Container endet; der Pod startet ihn nach einer Wartezeit neu</translation>
    </message>
    <message>
        <source>Make unhealthy</source>
        <translation>Krank machen</translation>
    </message>
    <message>
        <source>From now on the chosen probes of this pod fail</source>
        <translation>Von jetzt an scheitern die gewählten Proben dieses Pods</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>The chosen probes of this pod succeed again</source>
        <translation>Die gewählten Proben dieses Pods gelingen wieder</translation>
    </message>
    <message>
        <source>both probes</source>
        <translation>beide Proben</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>liveness</source>
        <translation>Liveness</translation>
    </message>
    <message>
        <source>Which probe</source>
        <translation>Welche Probe</translation>
    </message>
    <message>
        <source>Readiness takes traffic away, liveness restarts</source>
        <translation>Readiness nimmt die Anfragen weg, Liveness startet neu</translation>
    </message>
    <message>
        <source>also after restarts</source>
        <translation>auch nach Neustarts</translation>
    </message>
    <message>
        <source>Unhealthy also after a restart</source>
        <translation>Krank auch nach einem Neustart</translation>
    </message>
    <message>
        <source>Without it a restart of the container cures the pod</source>
        <translation>Ohne dies heilt ein Neustart des Containers den Pod</translation>
    </message>
    <message>
        <source>Events of this pod</source>
        <translation>Ereignisse dieses Pods</translation>
    </message>
    <message>
        <source>This pod is gone</source>
        <translation>Dieser Pod ist weg</translation>
    </message>
    <message>
        <source>A pod that is gone never comes back; its successor has a name of its own.</source>
        <translation>Ein Pod, der weg ist, kommt nie wieder; sein Nachfolger hat einen eigenen Namen.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source> · port %1</source>
        <translation> · Port %1</translation>
    </message>
    <message>
        <source> · %1 in a row</source>
        <translation> · %1 in Folge</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>by command</source>
        <translation>auf Befehl</translation>
    </message>
    <message>
        <source>unhealthy, also after a restart</source>
        <translation>krank, auch nach einem Neustart</translation>
    </message>
    <message>
        <source>unhealthy, until it restarts</source>
        <translation>krank, bis er neu startet</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>None is remembered any more.</source>
        <translation>An keines erinnert sich noch jemand.</translation>
    </message>
    <message>
        <source>, serving</source>
        <translation>, bedient</translation>
    </message>
</context>
<context>
    <name>perfect::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>E-mail alerts</source>
        <translation>Alarme per E-Mail</translation>
    </message>
    <message>
        <source>Send a test mail</source>
        <translation>Eine Testmail senden</translation>
    </message>
    <message>
        <source>One mail at once, with what stands above; nothing is saved by it</source>
        <translation>Eine Mail sofort, mit dem, was oben steht; gespeichert wird dadurch nichts</translation>
    </message>
    <message>
        <source>What was said to the mail server and by it</source>
        <translation>Was zum Mailserver und von ihm gesagt wurde</translation>
    </message>
    <message>
        <source>Does it arrive?</source>
        <translation>Kommt sie an?</translation>
    </message>
    <message>
        <source>A mail server and a recipient are needed for it.</source>
        <translation>Dafür braucht es einen Mailserver und einen Empfänger.</translation>
    </message>
    <message>
        <source>Talking to the mail server …</source>
        <translation>Spricht mit dem Mailserver …</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>perfect::ProbeRows</name>
    <message>
        <source>readiness</source>
        <translation>Readiness</translation>
    </message>
    <message>
        <source>liveness</source>
        <translation>Liveness</translation>
    </message>
    <message>
        <source>startup</source>
        <translation>Startup</translation>
    </message>
    <message>
        <source>Probes of this pod</source>
        <translation>Proben dieses Pods</translation>
    </message>
    <message>
        <source>none: counts as succeeded</source>
        <translation>keine: gilt als gelungen</translation>
    </message>
    <message>
        <source>succeeded, asks no more</source>
        <translation>gelungen, fragt nicht mehr</translation>
    </message>
    <message>
        <source>failed %1 of %2 in a row</source>
        <translation>%1 von %2 in Folge gescheitert</translation>
    </message>
    <message>
        <source>succeeds</source>
        <translation>gelingt</translation>
    </message>
    <message>
        <source>succeeded %1 of %2</source>
        <translation>%1 von %2 gelungen</translation>
    </message>
    <message>
        <source>%1 every %2 s</source>
        <translation>%1 alle %2 s</translation>
    </message>
    <message>
        <source> · asked at %1</source>
        <translation> · gefragt bei %1</translation>
    </message>
    <message>
        <source> · made to fail</source>
        <translation> · scheitert auf Befehl</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>nächste in %1</translation>
    </message>
</context>
<context>
    <name>perfect::QuestionCard</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on with the lesson</source>
        <translation>Mit der Lektion weitermachen</translation>
    </message>
    <message>
        <source>Time goes on (Enter)</source>
        <translation>Die Zeit geht weiter (Eingabe)</translation>
    </message>
    <message>
        <source>Answer %1: %2</source>
        <translation>Antwort %1: %2</translation>
    </message>
    <message>
        <source>Answer with this (%1)</source>
        <translation>Damit antworten (%1)</translation>
    </message>
    <message>
        <source>Question %1 of %2 · time waits for your answer</source>
        <translation>Frage %1 von %2 · die Zeit wartet auf deine Antwort</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <source>Not quite: it is “%1”.</source>
        <translation>Nicht ganz: es ist „%1“.</translation>
    </message>
</context>
<context>
    <name>perfect::RateChart</name>
    <message>
        <source>Requests and errors over time</source>
        <translation>Anfragen und Fehler über die Zeit</translation>
    </message>
    <message>
        <source>%1 requests a second, %2 of them fail, %3 unanswered</source>
        <translation>%1 Anfragen pro Sekunde, %2 davon scheitern, %3 ohne Antwort</translation>
    </message>
    <message>
        <source>— requests/s</source>
        <translation>— Anfragen/s</translation>
    </message>
    <message>
        <source>-- errors/s</source>
        <translation>-- Fehler/s</translation>
    </message>
</context>
<context>
    <name>perfect::RehearsalCard</name>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Rehearsal: what other rules would do</source>
        <translation>Probe: was andere Regeln täten</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Diese benutzen</translation>
    </message>
    <message>
        <source>From now on mails are due by these rules, until the program ends; Preferences keep them</source>
        <translation>Von jetzt an sind Mails nach diesen Regeln fällig, bis das Programm endet; die Einstellungen behalten sie</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the rules in force</source>
        <translation>Zurück zu den geltenden Regeln</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>geltend</translation>
    </message>
    <message>
        <source>with these</source>
        <translation>mit diesen</translation>
    </message>
    <message>
        <source>DOWN must last</source>
        <translation>DOWN muss andauern</translation>
    </message>
    <message>
        <source>A change to DOWN counts once it has lasted so long</source>
        <translation>Ein Wechsel zu DOWN zählt, wenn er so lange angedauert hat</translation>
    </message>
    <message>
        <source>UP must last</source>
        <translation>UP muss andauern</translation>
    </message>
    <message>
        <source>A change to UP counts once it has lasted so long</source>
        <translation>Ein Wechsel zu UP zählt, wenn er so lange angedauert hat</translation>
    </message>
    <message>
        <source>Between two mails</source>
        <translation>Zwischen zwei Mails</translation>
    </message>
    <message>
        <source>Least time between two mails about one service</source>
        <translation>Mindestzeit zwischen zwei Mails über einen Service</translation>
    </message>
    <message>
        <source>Grace while starting</source>
        <translation>Schonfrist beim Start</translation>
    </message>
    <message>
        <source>No mail for so long after a service is asked for more pods</source>
        <translation>So lange keine Mail, nachdem von einem Service mehr Pods verlangt wurden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Choose a service.</source>
        <translation>Einen Service wählen.</translation>
    </message>
    <message>
        <source>%1: %2 mails by the rules in force, %3 by these.</source>
        <translation>%1: %2 Mails nach den geltenden Regeln, %3 nach diesen.</translation>
    </message>
    <message>
        <source>%1: %2 mails so far. Change a rule and see what it would have made of them.</source>
        <translation>%1: bisher %2 Mails. Eine Regel ändern und sehen, was sie daraus gemacht hätte.</translation>
    </message>
    <message>
        <source> The oldest changes are not remembered.</source>
        <translation> An die ältesten Wechsel erinnert sich niemand.</translation>
    </message>
</context>
<context>
    <name>perfect::RolloutPage</name>
    <message>
        <source>Why some verbs are not possible now</source>
        <translation>Warum manche Befehle jetzt nicht möglich sind</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>End the present step or wait</source>
        <translation>Den jetzigen Schritt oder das Warten beenden</translation>
    </message>
    <message>
        <source>Promote fully</source>
        <translation>Ganz freigeben</translation>
    </message>
    <message>
        <source>Take all remaining steps at once</source>
        <translation>Alle übrigen Schritte auf einmal</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop the steps; healing goes on</source>
        <translation>Die Schritte anhalten; geheilt wird weiter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Let the steps go on</source>
        <translation>Die Schritte weitergehen lassen</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back to the stable version at once</source>
        <translation>Sofort zurück zur stabilen Version</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start the aborted rollout again</source>
        <translation>Den abgebrochenen Rollout neu beginnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Apply the newest earlier revision that was stable and has not failed</source>
        <translation>Die neueste frühere Revision anwenden, die stabil war und nicht gescheitert ist</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Roll the same template again: new pods, same version</source>
        <translation>Dieselbe Vorlage noch einmal ausrollen: neue Pods, gleiche Version</translation>
    </message>
    <message>
        <source>Rollout: %1</source>
        <translation>Rollout: %1</translation>
    </message>
    <message>
        <source>Choose a service: here stand the steps of its rollout and what can be done now.</source>
        <translation>Einen Service wählen: hier stehen die Schritte seines Rollouts und was jetzt möglich ist.</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translation>Jetzt nicht: %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>The image that is desired; those that are known can be chosen</source>
        <translation>Das gewünschte Image; bekannte können gewählt werden</translation>
    </message>
    <message>
        <source>Set image</source>
        <translation>Image setzen</translation>
    </message>
    <message>
        <source>the service is being deleted</source>
        <translation>der Service wird gelöscht</translation>
    </message>
    <message>
        <source>name an image first</source>
        <translation>erst ein Image nennen</translation>
    </message>
    <message>
        <source>this image is desired already</source>
        <translation>dieses Image ist schon gewünscht</translation>
    </message>
    <message>
        <source>Declare this image as desired: a new version, rolled out</source>
        <translation>Dieses Image als gewünscht erklären: eine neue Version, ausgerollt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>rollout: %1 · strategy: %2</source>
        <translation>Rollout: %1 · Strategie: %2</translation>
    </message>
    <message>
        <source>%1: not now, %2.</source>
        <translation>%1: jetzt nicht, %2.</translation>
    </message>
</context>
<context>
    <name>perfect::RunUntilDialog</name>
    <message>
        <source>Run until…</source>
        <translation>Laufen bis…</translation>
    </message>
    <message>
        <source>The clock runs at its speed to exactly that moment, and pauses.</source>
        <translation>Die Uhr läuft mit ihrem Tempo bis genau zu diesem Zeitpunkt und hält an.</translation>
    </message>
    <message>
        <source>Run until this time</source>
        <translation>Bis zu dieser Zeit laufen</translation>
    </message>
    <message>
        <source>90s, 1m30s or 00:44.8 on the clock, or +10s from now</source>
        <translation>90s, 1m30s oder 00:44.8 auf der Uhr, oder +10s ab jetzt</translation>
    </message>
    <message>
        <source>Run to this time</source>
        <translation>Bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>To the next event</source>
        <translation>Zum nächsten Ereignis</translation>
    </message>
    <message>
        <source>Until all is stable</source>
        <translation>Bis alles stabil ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>To the next thing that happens, whatever it is</source>
        <translation>Bis zum nächsten, was geschieht, was es auch sei</translation>
    </message>
    <message>
        <source>Until every service is Stable or Scaled to 0</source>
        <translation>Bis jeder Service „Stabil“ oder „Auf 0 skaliert“ ist</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>perfect::ScaleCard</name>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>One replica less</source>
        <translation>Ein Replikat weniger</translation>
    </message>
    <message>
        <source>One replica more</source>
        <translation>Ein Replikat mehr</translation>
    </message>
    <message>
        <source>Desired replicas</source>
        <translation>Gewünschte Replikate</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Declare this number of replicas</source>
        <translation>Diese Zahl von Replikaten erklären</translation>
    </message>
</context>
<context>
    <name>perfect::ServicesModel</name>
    <message>
        <source>%1: %2 of %3 ready, %4</source>
        <translation>%1: %2 von %3 bereit, %4</translation>
    </message>
    <message>
        <source>waits for: %1</source>
        <translation>wartet auf: %1</translation>
    </message>
    <message>
        <source>, until %1</source>
        <translation>, bis %1</translation>
    </message>
</context>
<context>
    <name>perfect::ServicesPanel</name>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Services: ready of desired pods, and one status phrase each</source>
        <translation>Services: bereite von gewünschten Pods, und je ein Statussatz</translation>
    </message>
    <message>
        <source>No service is declared yet.</source>
        <translation>Noch kein Service ist erklärt.</translation>
    </message>
    <message>
        <source>+ Apply YAML…</source>
        <translation>+ YAML anwenden…</translation>
    </message>
    <message>
        <source>Apply YAML</source>
        <translation>YAML anwenden</translation>
    </message>
    <message>
        <source>Open the editor and declare a service</source>
        <translation>Den Editor öffnen und einen Service erklären</translation>
    </message>
</context>
<context>
    <name>perfect::ShareBars</name>
    <message>
        <source>%1: %2 %, %3 requests a second</source>
        <translation>%1: %2 %, %3 Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>%1 %  %2 req/s</source>
        <translation>%1 %  %2 Anfr./s</translation>
    </message>
    <message>
        <source>  %1 fail</source>
        <translation>  %1 Fehler</translation>
    </message>
</context>
<context>
    <name>perfect::StartPage</name>
    <message>
        <source>Other programs may reach the simulation</source>
        <translation>Andere Programme dürfen die Simulation erreichen</translation>
    </message>
    <message>
        <source>Changes need a key (X-API-Key)</source>
        <translation>Änderungen brauchen einen Schlüssel (X-API-Key)</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>This run has it from the command line or the environment, which win.</source>
        <translation>Dieser Lauf hat es von der Befehlszeile oder aus der Umgebung; die gehen vor.</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>How often the controller looks, in simulated milliseconds</source>
        <translation>Wie oft der Controller nachsieht, in simulierten Millisekunden</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Keim</translation>
    </message>
    <message>
        <source>Of every random choice; a scenario&apos;s own wins over it</source>
        <translation>Aller Zufallsentscheidungen; der eigene eines Szenarios geht vor</translation>
    </message>
    <message>
        <source>REST server</source>
        <translation>REST-Server</translation>
    </message>
    <message>
        <source>curl, other programs, the page for a classroom</source>
        <translation>curl, andere Programme, die Seite für eine Klasse</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>127.0.0.1: this computer alone. 0.0.0.0: every network it is in</source>
        <translation>127.0.0.1: nur dieser Rechner. 0.0.0.0: jedes Netz, in dem er ist</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>0: a free one</source>
        <translation>0: ein freier</translation>
    </message>
    <message>
        <source>Key needed</source>
        <translation>Schlüssel nötig</translation>
    </message>
    <message>
        <source>Without it everybody who reaches the port may change things</source>
        <translation>Ohne ihn darf jeder, der den Port erreicht, etwas ändern</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain, never in a file</source>
        <translation>Im Schlüsselbund des Desktops aufbewahrt, nie in einer Datei</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain, never in a file.</source>
        <translation>Im Schlüsselbund des Desktops aufbewahrt, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Expected is a whole number from 0 on.</source>
        <translation>Erwartet wird eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Expected is %1.</source>
        <translation>Erwartet wird %1.</translation>
    </message>
    <message>
        <source>Which key?</source>
        <translation>Welcher Schlüssel?</translation>
    </message>
</context>
<context>
    <name>perfect::StatusLine</name>
    <message>
        <source>State of the clock</source>
        <translation>Zustand der Uhr</translation>
    </message>
    <message>
        <source>Whether simulated time goes on</source>
        <translation>Ob die simulierte Zeit weitergeht</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Pods on the Grid, and how many of them are ready</source>
        <translation>Pods auf dem Raster, und wie viele davon bereit sind</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>Simulated seconds per real second, lately</source>
        <translation>Simulierte Sekunden pro wirklicher Sekunde, zuletzt</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>What pods do per real second, lately</source>
        <translation>Was Pods pro wirklicher Sekunde tun, zuletzt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Keim</translation>
    </message>
    <message>
        <source>The seed of every random choice: the same seed gives the same history</source>
        <translation>Der Keim aller Zufallsentscheidungen: gleicher Keim, gleiche Geschichte</translation>
    </message>
    <message>
        <source>REST address</source>
        <translation>REST-Adresse</translation>
    </message>
    <message>
        <source>Where curl and other programs reach this simulation</source>
        <translation>Wo curl und andere Programme diese Simulation erreichen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>%1 pods · %2 ready</source>
        <translation>%1 Pods · %2 bereit</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>sim/real %1</source>
        <translation>sim/echt %1</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Keim %1</translation>
    </message>
    <message>
        <source>REST off</source>
        <translation>REST aus</translation>
    </message>
    <message>
        <source>REST %1</source>
        <translation>REST %1</translation>
    </message>
    <message>
        <source>no mail server set</source>
        <translation>kein Mailserver</translation>
    </message>
    <message>
        <source>mail, unverified</source>
        <translation>Mail, ungeprüft</translation>
    </message>
    <message>
        <source>mail on</source>
        <translation>Mail an</translation>
    </message>
    <message>
        <source>Alerts by e-mail need a mail server (Preferences, or SMTP_HOST)</source>
        <translation>Alarme per E-Mail brauchen einen Mailserver (Einstellungen oder SMTP_HOST)</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wartet auf eine Antwort</translation>
    </message>
</context>
<context>
    <name>perfect::StepBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>green comes up</source>
        <translation>Green kommt hoch</translation>
    </message>
    <message>
        <source>traffic switches</source>
        <translation>Anfragen wechseln</translation>
    </message>
    <message>
        <source>blue drains</source>
        <translation>Blue läuft aus</translation>
    </message>
    <message>
        <source>old gone, then new</source>
        <translation>alte weg, dann neue</translation>
    </message>
    <message>
        <source>new up, old down, bit by bit</source>
        <translation>neue hoch, alte runter, nach und nach</translation>
    </message>
    <message>
        <source>Steps of the rollout</source>
        <translation>Schritte des Rollouts</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
</context>
<context>
    <name>perfect::StillCard</name>
    <message>
        <source> until %1, in %2 s</source>
        <translation> bis %1, in %2 s</translation>
    </message>
    <message>
        <source>Let the clock run</source>
        <translation>Die Uhr laufen lassen</translation>
    </message>
    <message>
        <source>Open the editor</source>
        <translation>Den Editor öffnen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Why is nothing happening?</source>
        <translation>Warum geschieht nichts?</translation>
    </message>
    <message>
        <source>What is awaited, and until when</source>
        <translation>Was erwartet wird, und bis wann</translation>
    </message>
</context>
<context>
    <name>perfect::StrikeCard</name>
    <message>
        <source>Chaos</source>
        <translation>Chaos</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was geschehen soll</translation>
    </message>
    <message>
        <source>Kill: the pods are gone, the controller makes new ones. Crash: their containers end and restart after a back-off. Make unhealthy: their probes fail from now on.</source>
        <translation>Töten: die Pods sind weg, der Controller macht neue. Abstürzen: ihre Container enden und starten nach einer Wartezeit neu. Krank machen: ihre Proben scheitern von jetzt an.</translation>
    </message>
    <message>
        <source>Kill</source>
        <translation>Töten</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Abstürzen</translation>
    </message>
    <message>
        <source>Make unhealthy</source>
        <translation>Krank machen</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How many; which ones is drawn by chance</source>
        <translation>Wie viele; welche, wird zufällig gezogen</translation>
    </message>
    <message>
        <source>Pods or percent</source>
        <translation>Pods oder Prozent</translation>
    </message>
    <message>
        <source>A number of pods, or a share of them, rounded up</source>
        <translation>Eine Anzahl Pods oder ein Anteil davon, aufgerundet</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>% of pods</source>
        <translation>% der Pods</translation>
    </message>
    <message>
        <source>Which probe fails</source>
        <translation>Welche Probe scheitert</translation>
    </message>
    <message>
        <source>Which probe fails: readiness takes traffic away, liveness restarts</source>
        <translation>Welche Probe scheitert: Readiness nimmt die Anfragen weg, Liveness startet neu</translation>
    </message>
    <message>
        <source>liveness probe</source>
        <translation>Liveness-Probe</translation>
    </message>
    <message>
        <source>readiness probe</source>
        <translation>Readiness-Probe</translation>
    </message>
    <message>
        <source>both probes</source>
        <translation>beide Proben</translation>
    </message>
    <message>
        <source>also after restarts</source>
        <translation>auch nach Neustarts</translation>
    </message>
    <message>
        <source>Unhealthy also after a restart</source>
        <translation>Krank auch nach einem Neustart</translation>
    </message>
    <message>
        <source>Without it a restart of the container cures the pod</source>
        <translation>Ohne dies heilt ein Neustart des Containers den Pod</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Show the limits</source>
        <translation>Die Grenzen zeigen</translation>
    </message>
    <message>
        <source>What a blow must spare, so that an experiment does not become an accident</source>
        <translation>Was ein Schlag verschonen muss, damit aus einem Experiment kein Unfall wird</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Leave at least so many available</source>
        <translation>Mindestens so viele verfügbar lassen</translation>
    </message>
    <message>
        <source>leave available: </source>
        <translation>verfügbar lassen: </translation>
    </message>
    <message>
        <source>Take at most so many at once</source>
        <translation>Höchstens so viele auf einmal nehmen</translation>
    </message>
    <message>
        <source>at most at once: </source>
        <translation>höchstens zugleich: </translation>
    </message>
    <message>
        <source>Spare pods younger than this</source>
        <translation>Pods verschonen, die jünger sind</translation>
    </message>
    <message>
        <source>spare younger than: </source>
        <translation>verschont jünger als: </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Preview victims</source>
        <translation>Opfer zeigen</translation>
    </message>
    <message>
        <source>Ask the engine whom it would take, without taking them</source>
        <translation>Die Engine fragen, wen es träfe, ohne jemanden zu treffen</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>Jetzt ausführen</translation>
    </message>
    <message>
        <source>Heal</source>
        <translation>Heilen</translation>
    </message>
    <message>
        <source>So many unhealthy pods&apos; probes succeed again</source>
        <translation>Die Proben so vieler kranker Pods gelingen wieder</translation>
    </message>
    <message>
        <source>Victims</source>
        <translation>Opfer</translation>
    </message>
    <message>
        <source>Seconds between two blows</source>
        <translation>Sekunden zwischen zwei Schlägen</translation>
    </message>
    <message>
        <source>Simulated seconds between two blows</source>
        <translation>Simulierte Sekunden zwischen zwei Schlägen</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Simulated seconds until the schedule ends by itself</source>
        <translation>Simulierte Sekunden, bis der Plan von selbst endet</translation>
    </message>
    <message>
        <source>for </source>
        <translation>für </translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>bis beendet</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Strike again and again; every blow draws its victims anew</source>
        <translation>Immer wieder zuschlagen; jeder Schlag zieht seine Opfer neu</translation>
    </message>
    <message>
        <source>Not for this: kill and crash can be repeated</source>
        <translation>Hierfür nicht: wiederholen lassen sich Töten und Abstürzen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 this one</source>
        <translation>%1: diesen</translation>
    </message>
    <message>
        <source>%1 these %2</source>
        <translation>%1: diese %2</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Neu ziehen</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>Nicht möglich: %1</translation>
    </message>
    <message>
        <source>Nobody: the limits spare all, or none is there to be taken.</source>
        <translation>Niemand: die Grenzen verschonen alle, oder keiner ist da, den es treffen könnte.</translation>
    </message>
    <message>
        <source>For example these; which ones is drawn again when the blow falls:</source>
        <translation>Zum Beispiel diese; welche, wird neu gezogen, wenn der Schlag fällt:</translation>
    </message>
    <message>
        <source>Marked on the Grid; exactly these will be struck:</source>
        <translation>Auf dem Raster markiert; genau diese trifft es:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>perfect::TopBar</name>
    <message>
        <source>PERFECT SYSTEM</source>
        <translation>PERFECT SYSTEM</translation>
    </message>
    <message>
        <source>Play Demo</source>
        <translation>Demo abspielen</translation>
    </message>
    <message>
        <source>A guided minute: rollouts, chaos, healing, autoscaling (Ctrl+D)</source>
        <translation>Eine geführte Minute: Rollouts, Chaos, Heilung, Autoscaling (Strg+D)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Eine Datei öffnen…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Begin anew with an empty Grid (Ctrl+R)</source>
        <translation>Mit leerem Raster neu beginnen (Strg+R)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>Pause oder weiter</translation>
    </message>
    <message>
        <source>Pause or resume the clock (Space)</source>
        <translation>Die Uhr anhalten oder weiterlaufen lassen (Leertaste)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Go to just behind the controller&apos;s next tick, then pause (.)</source>
        <translation>Bis knapp hinter den nächsten Takt des Controllers, dann Pause (.)</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Simulierte Zeit</translation>
    </message>
    <message>
        <source>Simulated time since the world began</source>
        <translation>Simulierte Zeit seit dem Beginn der Welt</translation>
    </message>
    <message>
        <source>speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Simulated seconds per second (+ and − with Ctrl)</source>
        <translation>Simulierte Sekunden pro Sekunde (+ und − mit Strg)</translation>
    </message>
    <message>
        <source>Run until…</source>
        <translation>Laufen bis…</translation>
    </message>
    <message>
        <source>Run until</source>
        <translation>Laufen bis</translation>
    </message>
    <message>
        <source>Run to a time, to the next event, or until all is stable (U)</source>
        <translation>Bis zu einer Zeit laufen, zum nächsten Ereignis, oder bis alles stabil ist (U)</translation>
    </message>
    <message>
        <source>Search or command…  Ctrl K</source>
        <translation>Suche oder Befehl…  Strg K</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Every command, service, pod, example, theme and help page (Ctrl+K)</source>
        <translation>Jeder Befehl, Service, Pod, jedes Beispiel, Thema und jede Hilfeseite (Strg+K)</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain Mode</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain Mode: every event says why it happened (Ctrl+E)</source>
        <translation>Erklären: jedes Ereignis sagt, warum es geschah (Strg+E)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>The mental model in thirty seconds (F1)</source>
        <translation>Das gedankliche Modell in dreißig Sekunden (F1)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Every command, in a menu (F10)</source>
        <translation>Jeder Befehl, in einem Menü (F10)</translation>
    </message>
    <message>
        <source>Stop and bring back what was there before</source>
        <translation>Beenden und zurückbringen, was vorher da war</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Lessons to play, and manifests to begin with; those open in the editor</source>
        <translation>Lektionen zum Abspielen und Manifeste zum Anfangen; diese öffnen sich im Editor</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Guided Tour</source>
        <translation>Geführte Tour</translation>
    </message>
    <message>
        <source>Twelve short steps on the real window; it goes on where you left it</source>
        <translation>Zwölf kurze Schritte am echten Fenster; es geht weiter, wo du aufgehört hast</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>perfect::Tour</name>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Mach es für mich</translation>
    </message>
    <message>
        <source>Play Demo</source>
        <translation>Demo abspielen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Enter: next · ←: back · Esc: leave</source>
        <translation>Eingabe: weiter · ←: zurück · Esc: verlassen</translation>
    </message>
    <message>
        <source>F6: between this card and what is lit · Esc: leave</source>
        <translation>F6: zwischen Karte und Beleuchtetem · Esc: verlassen</translation>
    </message>
    <message>
        <source>Your own text stays in the editor: let the tour declare its service.</source>
        <translation>Dein eigener Text bleibt im Editor: lass die Tour ihren Service erklären.</translation>
    </message>
    <message>
        <source>Welcome to the Grid</source>
        <translation>Willkommen auf dem Raster</translation>
    </message>
    <message>
        <source>You say what you want. A controller makes it so, and keeps it so. Twelve short steps show how, on the real window: four minutes.</source>
        <translation>Du sagst, was du willst. Ein Controller stellt es her und hält es so. Zwölf kurze Schritte am echten Fenster zeigen, wie: vier Minuten.</translation>
    </message>
    <message>
        <source>Desired: what you want</source>
        <translation>Gewünscht: was du willst</translation>
    </message>
    <message>
        <source>A manifest declares a service: here 4 pods of version v1. A pod is one running copy of a program. You never start a pod yourself; you say how many.</source>
        <translation>Ein Manifest erklärt einen Service: hier 4 Pods der Version v1. Ein Pod ist eine laufende Kopie eines Programms. Du startest nie selbst einen Pod; du sagst, wie viele.</translation>
    </message>
    <message>
        <source>Press Apply.</source>
        <translation>Drücke Anwenden.</translation>
    </message>
    <message>
        <source>Declared. The clock stands still for a moment, so nothing has happened yet: applied is not done.</source>
        <translation>Erklärt. Die Uhr steht einen Moment still, darum ist noch nichts geschehen: angewendet heißt nicht fertig.</translation>
    </message>
    <message>
        <source>The controller looks</source>
        <translation>Der Controller sieht nach</translation>
    </message>
    <message>
        <source>Desired is 4, actual is 0. Once a second, at a tick of the clock, the controller compares the two and does what is missing.</source>
        <translation>Gewünscht sind 4, tatsächlich da sind 0. Einmal in der Sekunde, mit einem Takt der Uhr, vergleicht der Controller beides und tut, was fehlt.</translation>
    </message>
    <message>
        <source>Press Step: time goes on to just behind the next tick.</source>
        <translation>Drücke Schritt: die Zeit läuft bis knapp hinter den nächsten Takt.</translation>
    </message>
    <message>
        <source>One look, four new pods. They are there, but not yet ready.</source>
        <translation>Ein Blick, vier neue Pods. Sie sind da, aber noch nicht bereit.</translation>
    </message>
    <message>
        <source>Running is not ready</source>
        <translation>Läuft heißt nicht bereit</translation>
    </message>
    <message>
        <source>A pod starts, then runs. Its readiness probe asks: can you serve? Only after a yes does the balancer send traffic, the light on the Grid.</source>
        <translation>Ein Pod startet, dann läuft er. Seine Readiness-Probe fragt: kannst du bedienen? Erst nach einem Ja schickt der Verteiler Anfragen, das Licht auf dem Raster.</translation>
    </message>
    <message>
        <source>Press Resume and watch.</source>
        <translation>Drücke oben Weiter und sieh zu.</translation>
    </message>
    <message>
        <source>4 of 4 ready. Actual is what you desired.</source>
        <translation>4 von 4 bereit. Es ist so, wie du es gewünscht hast.</translation>
    </message>
    <message>
        <source>The Grid and the services</source>
        <translation>Das Raster und die Services</translation>
    </message>
    <message>
        <source>Each service has a sector, each pod a tile: shape, word and colour say its state. At the left each service has one phrase: Stable, Rolling out, Degraded …</source>
        <translation>Jeder Service hat ein Feld, jeder Pod eine Kachel: Form, Wort und Farbe sagen seinen Zustand. Links hat jeder Service einen Statussatz: Stabil, Wird ausgerollt, Beeinträchtigt …</translation>
    </message>
    <message>
        <source>Click a pod (or use the arrow keys).</source>
        <translation>Klicke auf einen Pod (oder nimm die Pfeiltasten).</translation>
    </message>
    <message>
        <source>Its inspector opens at the side: state, probes, restarts, and how it came to be.</source>
        <translation>An der Seite steht jetzt alles über ihn: Zustand, Proben, Neustarts, und wie es dazu kam.</translation>
    </message>
    <message>
        <source>Break something</source>
        <translation>Mach etwas kaputt</translation>
    </message>
    <message>
        <source>Chaos shows what a system is worth. A kill removes a pod for good, as when its machine is lost.</source>
        <translation>Chaos zeigt, was ein System taugt. Töten entfernt einen Pod endgültig, als fiele seine Maschine aus.</translation>
    </message>
    <message>
        <source>Press Kill.</source>
        <translation>Drücke Töten.</translation>
    </message>
    <message>
        <source>One pod dissolves. Desired is still 4, so one is missing now.</source>
        <translation>Ein Pod zerfällt. Gewünscht sind weiter 4, also fehlt jetzt einer.</translation>
    </message>
    <message>
        <source>It heals itself</source>
        <translation>Es heilt sich selbst</translation>
    </message>
    <message>
        <source>At its next look the controller counts 3 where 4 are desired, and makes a new pod with a new name. Nobody told it to: the difference did.</source>
        <translation>Beim nächsten Blick zählt der Controller 3, wo 4 gewünscht sind, und macht einen neuen Pod mit neuem Namen. Niemand hat es ihm befohlen: der Unterschied war es.</translation>
    </message>
    <message>
        <source>Watch until all pods are ready.</source>
        <translation>Sieh zu, bis alle Pods bereit sind.</translation>
    </message>
    <message>
        <source>4 of 4 again. Desired did not change; actual came back to it.</source>
        <translation>Wieder 4 von 4. Das Gewünschte blieb gleich; das Tatsächliche kehrte zu ihm zurück.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Everything that happens is an event, and each knows the event that led to it.</source>
        <translation>Alles, was geschieht, ist ein Ereignis, und jedes kennt das Ereignis, das dazu führte.</translation>
    </message>
    <message>
        <source>Double-click an event (or choose one with the arrow keys and press Enter).</source>
        <translation>Klicke doppelt auf ein Ereignis (oder wähle eines mit den Pfeiltasten und drücke Eingabe).</translation>
    </message>
    <message>
        <source>Read it from the top: the chain goes back to the command it began with.</source>
        <translation>Lies von oben: die Kette reicht bis zu dem Befehl zurück, mit dem sie begann.</translation>
    </message>
    <message>
        <source>A new version, carefully</source>
        <translation>Eine neue Version, mit Vorsicht</translation>
    </message>
    <message>
        <source>A canary rollout tries the new version on some pods first. Half of them run it now, and the rollout waits. A mistake would hit only half of the users.</source>
        <translation>Ein Canary-Rollout probiert die neue Version erst auf einigen Pods. Auf der Hälfte läuft sie jetzt, und der Rollout wartet. Ein Fehler träfe nur die Hälfte der Nutzer.</translation>
    </message>
    <message>
        <source>Press Promote: take the next step.</source>
        <translation>Drücke Freigeben: der nächste Schritt.</translation>
    </message>
    <message>
        <source>The new version takes over, pod by pod; never fewer than 4 are ready.</source>
        <translation>Die neue Version übernimmt, Pod für Pod; nie sind weniger als 4 bereit.</translation>
    </message>
    <message>
        <source>Time is yours</source>
        <translation>Die Zeit gehört dir</translation>
    </message>
    <message>
        <source>Pause (Space) and look closely. Step (.) from tick to tick. Run faster (Ctrl and +) or slower. The same seed and the same commands give the same history.</source>
        <translation>Mach Pause (Leertaste) und sieh genau hin. Geh in Schritten (.) von Takt zu Takt. Lass die Uhr schneller laufen (Strg und +) oder langsamer. Gleicher Keim und gleiche Befehle geben die gleiche Geschichte.</translation>
    </message>
    <message>
        <source>Press Pause.</source>
        <translation>Drücke Pause.</translation>
    </message>
    <message>
        <source>The clock stands. Countdowns stand with it; Next lets it run again.</source>
        <translation>Die Uhr steht. Mit ihr stehen die Countdowns; Weiter lässt sie wieder laufen.</translation>
    </message>
    <message>
        <source>Help knows the rest</source>
        <translation>Die Hilfe weiß den Rest</translation>
    </message>
    <message>
        <source>F1 opens the page about what you are using: what it is, what it is called in Kubernetes, and where we differ. A question mark (?) lists every key.</source>
        <translation>F1 öffnet die Seite zu dem, was du gerade benutzt: was es ist, wie es in Kubernetes heißt und worin wir abweichen. Ein Fragezeichen (?) zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Press F1, or Help in the top bar.</source>
        <translation>Drücke F1, oder oben Hilfe.</translation>
    </message>
    <message>
        <source>Close it when you have seen enough; it waits behind F1.</source>
        <translation>Schließe sie, wenn du genug gesehen hast; sie wartet hinter F1.</translation>
    </message>
    <message>
        <source>Now the whole show</source>
        <translation>Jetzt die ganze Vorführung</translation>
    </message>
    <message>
        <source>Play Demo tells it all in 75 seconds: rollouts, chaos, healing, load and autoscaling. It plays in a world of its own; Stop brings yours back.</source>
        <translation>Die Demo erzählt alles in 75 Sekunden: Rollouts, Chaos, Heilung, Last und Autoscaling. Sie spielt in einer eigenen Welt; Beenden bringt deine zurück.</translation>
    </message>
    <message>
        <source>Press Play Demo.</source>
        <translation>Drücke Demo abspielen.</translation>
    </message>
    <message>
        <source>F6: to this card · Esc: leave</source>
        <translation>F6: zu dieser Karte · Esc: verlassen</translation>
    </message>
</context>
<context>
    <name>perfect::TourCard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>To the step before (←)</source>
        <translation>Zum vorigen Schritt (←)</translation>
    </message>
    <message>
        <source>To the next step; what is asked for is done for you (Enter)</source>
        <translation>Zum nächsten Schritt; was verlangt ist, wird für dich getan (Eingabe)</translation>
    </message>
    <message>
        <source>Leave the tour; it can be taken up again where you left it (Esc)</source>
        <translation>Die Tour verlassen; sie kann dort weitergehen, wo du aufgehört hast (Esc)</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>perfect::VersionsTable</name>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>new, failed</source>
        <translation>neu, gescheitert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>old</source>
        <translation>alt</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>+ pods that are stopping</source>
        <translation>+ Pods, die enden</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>perfect::WaitsList</name>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Nothing: desired and actual are the same.</source>
        <translation>Auf nichts: gewünscht und tatsächlich sind gleich.</translation>
    </message>
</context>
<context>
    <name>perfect::WhyPage</name>
    <message>
        <source>Chain of causes</source>
        <translation>Kette der Ursachen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Choose a pod, a service or an event: here stands how it came to be so.</source>
        <translation>Einen Pod, Service oder ein Ereignis wählen: hier steht, wie es dazu kam.</translation>
    </message>
    <message>
        <source>this event</source>
        <translation>dieses Ereignis</translation>
    </message>
    <message>
        <source>this pod</source>
        <translation>dieser Pod</translation>
    </message>
    <message>
        <source>Why? · how %1 came to be so</source>
        <translation>Warum? · wie es zu %1 kam</translation>
    </message>
    <message>
        <source>Why is nothing happening?</source>
        <translation>Warum geschieht nichts?</translation>
    </message>
    <message>
        <source>What is awaited and until when, service by service</source>
        <translation>Was erwartet wird und bis wann, Service für Service</translation>
    </message>
</context>
<context>
    <name>perfect::Workspace</name>
    <message>
        <source>In depth</source>
        <translation>Im Einzelnen</translation>
    </message>
    <message>
        <source>Desired</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Chaos</source>
        <translation>Chaos</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>The manifest to apply (Ctrl+1)</source>
        <translation>Das Manifest zum Anwenden (Strg+1)</translation>
    </message>
    <message>
        <source>Desired against actual (Ctrl+2)</source>
        <translation>Gewünscht gegen tatsächlich (Strg+2)</translation>
    </message>
    <message>
        <source>Steps and verbs of the rollout (Ctrl+3)</source>
        <translation>Schritte und Befehle des Rollouts (Strg+3)</translation>
    </message>
    <message>
        <source>The pod, and the chain of causes (Ctrl+4)</source>
        <translation>Der Pod, und die Kette der Ursachen (Strg+4)</translation>
    </message>
    <message>
        <source>Scale, load, kill, crash (Ctrl+5)</source>
        <translation>Skalieren, belasten, töten, abstürzen (Strg+5)</translation>
    </message>
    <message>
        <source>Who would be told by e-mail, and what other rules would change (Ctrl+6)</source>
        <translation>Wer per E-Mail benachrichtigt würde, und was andere Regeln änderten (Strg+6)</translation>
    </message>
    <message>
        <source>Show Desired</source>
        <translation>Gewünscht zeigen</translation>
    </message>
    <message>
        <source>The manifest to apply</source>
        <translation>Das Manifest zum Anwenden</translation>
    </message>
    <message>
        <source>Show Diff</source>
        <translation>Vergleich zeigen</translation>
    </message>
    <message>
        <source>Desired against actual</source>
        <translation>Gewünscht gegen tatsächlich</translation>
    </message>
    <message>
        <source>Show Rollout</source>
        <translation>Rollout zeigen</translation>
    </message>
    <message>
        <source>Steps and verbs of the rollout</source>
        <translation>Schritte und Befehle des Rollouts</translation>
    </message>
    <message>
        <source>Show Why?</source>
        <translation>Warum? zeigen</translation>
    </message>
    <message>
        <source>The pod, and the chain of causes</source>
        <translation>Der Pod, und die Kette der Ursachen</translation>
    </message>
    <message>
        <source>Show Chaos</source>
        <translation>Chaos zeigen</translation>
    </message>
    <message>
        <source>Scale, load, kill, crash</source>
        <translation>Skalieren, belasten, töten, abstürzen</translation>
    </message>
    <message>
        <source>Show Alerts</source>
        <translation>Alarme zeigen</translation>
    </message>
    <message>
        <source>Who would be told by e-mail</source>
        <translation>Wer per E-Mail benachrichtigt würde</translation>
    </message>
    <message>
        <source>To the Grid</source>
        <translation>Zum Raster</translation>
    </message>
    <message>
        <source>The keyboard moves from pod to pod</source>
        <translation>Die Tastatur geht von Pod zu Pod</translation>
    </message>
    <message>
        <source>To the next room</source>
        <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
        <source>The next part of the window</source>
        <translation>Der nächste Teil des Fensters</translation>
    </message>
    <message>
        <source>Apply the text</source>
        <translation>Den Text anwenden</translation>
    </message>
    <message>
        <source>Declare what stands in the editor as desired</source>
        <translation>Was im Editor steht, als gewünscht erklären</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>Offer what may stand at the cursor</source>
        <translation>Anbieten, was an der Schreibmarke stehen kann</translation>
    </message>
    <message>
        <source>Next fault</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>To the next fault in the text</source>
        <translation>Zum nächsten Fehler im Text</translation>
    </message>
    <message>
        <source>Services at the left</source>
        <translation>Services links</translation>
    </message>
    <message>
        <source>Show or fold the list of services</source>
        <translation>Die Liste der Services zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Events and charts below</source>
        <translation>Ereignisse und Diagramme unten</translation>
    </message>
    <message>
        <source>Show or fold the bottom of the window</source>
        <translation>Den unteren Teil des Fensters zeigen oder einklappen</translation>
    </message>
    <message>
        <source>Pages at the right</source>
        <translation>Seiten rechts</translation>
    </message>
    <message>
        <source>Show or fold Desired, Diff, Rollout …</source>
        <translation>Gewünscht, Vergleich, Rollout … zeigen oder einklappen</translation>
    </message>
    <message>
        <source>← → ↑ ↓</source>
        <translation>← → ↑ ↓</translation>
    </message>
    <message>
        <source>on the Grid: from pod to pod</source>
        <translation>auf dem Raster: von Pod zu Pod</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>on the Grid: why is it so? On an event: its chain of causes</source>
        <translation>auf dem Raster: warum ist es so? Auf einem Ereignis: seine Kette der Ursachen</translation>
    </message>
    <message>
        <source>+  −  0</source>
        <translation>+  −  0</translation>
    </message>
    <message>
        <source>on the Grid: larger, smaller, everything in view</source>
        <translation>auf dem Raster: größer, kleiner, alles im Blick</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>This event has left memory; a session file has them all.</source>
        <translation>Dieses Ereignis ist nicht mehr im Speicher; eine Sitzungsdatei hat sie alle.</translation>
    </message>
    <message>
        <source>Balancer</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <source>Who answers the requests, and who would be next (Ctrl+7)</source>
        <translation>Wer die Anfragen beantwortet, und wer als Nächster käme (Strg+7)</translation>
    </message>
    <message>
        <source>Show Balancer</source>
        <translation>Verteiler zeigen</translation>
    </message>
    <message>
        <source>Who answers the requests, and who would be next</source>
        <translation>Wer die Anfragen beantwortet, und wer als Nächster käme</translation>
    </message>
    <message>
        <source>Find in the events</source>
        <translation>In den Ereignissen suchen</translation>
    </message>
    <message>
        <source>To the field that filters the events by text</source>
        <translation>Zum Feld, das die Ereignisse nach Text filtert</translation>
    </message>
    <message>
        <source>Emergency Stop</source>
        <translation>Not-Halt</translation>
    </message>
    <message>
        <source>Ends all chaos at once</source>
        <translation>Beendet alles Chaos sofort</translation>
    </message>
    <message>
        <source>PgUp  PgDn  Home  End</source>
        <translation>Bild↑  Bild↓  Pos1  Ende</translation>
    </message>
    <message>
        <source>on the Grid: further at once</source>
        <translation>auf dem Raster: in großen Sprüngen</translation>
    </message>
    <message>
        <source>a … z</source>
        <translation>a … z</translation>
    </message>
    <message>
        <source>on the Grid: to the service whose name begins so</source>
        <translation>auf dem Raster: zum Service, dessen Name so beginnt</translation>
    </message>
    <message>
        <source>Ctrl+← → ↑ ↓</source>
        <translation>Strg+← → ↑ ↓</translation>
    </message>
    <message>
        <source>on the Grid: move the view (or drag it)</source>
        <translation>auf dem Raster: den Ausschnitt bewegen (oder ziehen)</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Strg+M</translation>
    </message>
    <message>
        <source>on the Grid: show or hide the map</source>
        <translation>auf dem Raster: die Karte zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Esc, then Tab</source>
        <translation>Esc, dann Tab</translation>
    </message>
    <message>
        <source>in the editor: on to the next control; Tab alone indents</source>
        <translation>im Editor: weiter zum nächsten Bedienelement; Tab allein rückt ein</translation>
    </message>
</context>
<context>
    <name>perfect::YamlEditor</name>
    <message>
        <source>Manifest editor</source>
        <translation>Editor für Manifeste</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language whose numbers the window writes: &quot;en&quot; gives 1,000.5, &quot;de&quot; gives 1.000,5</extracomment>
        <translation>de</translation>
    </message>
</context>
</TS>
