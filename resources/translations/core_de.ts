<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What core says, in its order; the language of the texts: core/events/text_template.h. No lupdate reads core:
     the test desktop.wording names what is missing here or is not said any more. -->
<TS version="2.1" language="de">
<context>
    <name>core</name>
    <message>
        <source>there is no service {0}</source>
        <translation>es gibt keinen Service {0}</translation>
    </message>
    <message>
        <source>service {0} has no pod {1}</source>
        <translation>Service {0} hat keinen Pod {1}</translation>
    </message>
    <message>
        <source>service {0} is being deleted; wait until its pods have drained</source>
        <translation>Service {0} wird gelöscht; warte, bis seine Pods fertig sind</translation>
    </message>
    <message>
        <source>service {0} has had {1} versions, the limit; delete it and apply it again</source>
        <translation>Service {0} hatte schon {1} Versionen, mehr geht nicht; lösche ihn und wende ihn neu an</translation>
    </message>
    <message>
        <source>nothing to apply</source>
        <translation>nichts anzuwenden</translation>
    </message>
    <message>
        <source>service {0} appears twice in one apply</source>
        <translation>Service {0} steht zweimal in einem Apply</translation>
    </message>
    <message>
        <source>scale needs either replicas or delta</source>
        <translation>scale braucht entweder replicas oder delta</translation>
    </message>
    <message>
        <source>replicas must be 0 … 1000000, not {0}</source>
        <translation>replicas muss zwischen 0 und 1000000 liegen, nicht {0}</translation>
    </message>
    <message>
        <source>load needs exactly one of cpu, demand and pattern</source>
        <translation>load braucht genau eines von cpu, demand und pattern</translation>
    </message>
    <message>
        <source>load must be 0 … 1000000000 percent</source>
        <translation>load muss zwischen 0 und 1000000000 Prozent liegen</translation>
    </message>
    <message>
        <source>a load pattern needs a period of at least 1 ms and a sample at most every 10 ms</source>
        <translation>ein Lastmuster braucht eine Periode von mindestens 1 ms und höchstens alle 10 ms einen Wert</translation>
    </message>
    <message>
        <source>tick must be 10 … 60000 ms, not {0}</source>
        <translation>tick muss zwischen 10 und 60000 ms liegen, nicht {0}</translation>
    </message>
    <message>
        <source>give only one of count, percent and pod</source>
        <translation>gib nur eines von count, percent und pod an</translation>
    </message>
    <message>
        <source>percent must be 0 … 100, not {0}</source>
        <translation>percent muss zwischen 0 und 100 liegen, nicht {0}</translation>
    </message>
    <message>
        <source>count must be 0 … 1000000, not {0}</source>
        <translation>count muss zwischen 0 und 1000000 liegen, nicht {0}</translation>
    </message>
    <message>
        <source>minAvailable must be at least 0</source>
        <translation>minAvailable muss mindestens 0 sein</translation>
    </message>
    <message>
        <source>maxAtOnce must be at least 1</source>
        <translation>maxAtOnce muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>minAge must not be negative</source>
        <translation>minAge darf nicht negativ sein</translation>
    </message>
    <message>
        <source>pod {0} has no running container to crash</source>
        <translation>Pod {0} hat keinen laufenden Container, der abstürzen könnte</translation>
    </message>
    <message>
        <source>every must be at least 10 ms</source>
        <translation>every muss mindestens 10 ms sein</translation>
    </message>
    <message>
        <source>for must not be negative</source>
        <translation>for darf nicht negativ sein</translation>
    </message>
    <message>
        <source>a chaos schedule takes count or percent, not one pod</source>
        <translation>ein Zeitplan für Chaos nimmt count oder percent, keinen einzelnen Pod</translation>
    </message>
    <message>
        <source>alert settings are 0 … 86400000 ms, not {0}</source>
        <translation>Einstellungen der Alarme liegen zwischen 0 und 86400000 ms, nicht {0}</translation>
    </message>
    <message>
        <source>one of downConfirm, upConfirm, cooldown and startupGrace must be given</source>
        <translation>eines von downConfirm, upConfirm, cooldown und startupGrace muss angegeben sein</translation>
    </message>
    <message>
        <source>there is no event {0}</source>
        <translation>es gibt kein Ereignis {0}</translation>
    </message>
    <message>
        <source>code must be 0 … 599, not {0}</source>
        <translation>code muss zwischen 0 und 599 liegen, nicht {0}</translation>
    </message>
    <message>
        <source>attempt must be 1 or more, not {0}</source>
        <translation>attempt muss 1 oder mehr sein, nicht {0}</translation>
    </message>
    <message>
        <source>retryAfter must not be negative</source>
        <translation>retryAfter darf nicht negativ sein</translation>
    </message>
    <message>
        <source>text must be at most {0} bytes</source>
        <translation>text darf höchstens {0} Bytes haben</translation>
    </message>
    <message>
        <source>text must be one line without control characters</source>
        <translation>text muss eine Zeile ohne Steuerzeichen sein</translation>
    </message>
    <message>
        <source>event {0} is no alert that was due</source>
        <translation>Ereignis {0} ist kein fälliger Alarm</translation>
    </message>
    <message>
        <source>alert {0} is not about service {1}</source>
        <translation>Alarm {0} betrifft nicht Service {1}</translation>
    </message>
    <message>
        <source>alert {0} is not remembered any more</source>
        <translation>an Alarm {0} erinnert sich niemand mehr</translation>
    </message>
    <message>
        <source>that world is gone</source>
        <translation>diese Welt ist fort</translation>
    </message>
    <message>
        <source>no version</source>
        <translation>keine Version</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>{svc} is declared: {0:pod|pods} desired</source>
        <translation>{svc} ist erklärt: {0:Pod|Pods} gewünscht</translation>
    </message>
    <message>
        <source>Applied is not done. You have said what should exist; now the controller compares that with what does exist and creates what is missing.</source>
        <translation>Angewendet heißt nicht fertig. Du hast gesagt, was es geben soll; jetzt vergleicht der Controller das mit dem, was es gibt, und erzeugt, was fehlt.</translation>
    </message>
    <message>
        <source>{svc} is declared anew{text?: {text}|}</source>
        <translation>{svc} ist neu erklärt{text?: {text}|}</translation>
    </message>
    <message>
        <source>Only the declaration has changed so far: applied is not done. The controller compares it with what runs and moves there step by step.</source>
        <translation>Bisher hat sich nur die Erklärung geändert: angewendet heißt nicht fertig. Der Controller vergleicht sie mit dem, was läuft, und geht Schritt für Schritt darauf zu.</translation>
    </message>
    <message>
        <source>{svc} is applied again: nothing differs</source>
        <translation>{svc} ist noch einmal angewendet: nichts ist anders</translation>
    </message>
    <message>
        <source>The same declaration twice changes nothing. That is why it can be applied again without fear.</source>
        <translation>Dieselbe Erklärung zweimal ändert nichts. Darum kann man sie ohne Sorge noch einmal anwenden.</translation>
    </message>
    <message>
        <source>{svc} should have {1:pod|pods} ({0} before)</source>
        <translation>{svc} soll {1:Pod|Pods} haben (vorher {0})</translation>
    </message>
    <message>
        <source>This changes the wish, not the pods. The controller creates or removes pods when it looks next.</source>
        <translation>Das ändert den Wunsch, nicht die Pods. Der Controller erzeugt oder beendet Pods bei seinem nächsten Blick.</translation>
    </message>
    <message>
        <source>{svc} is set to {1:pod|pods} by hand ({0} before), until its autoscaler looks again</source>
        <translation>{svc} ist von Hand auf {1:Pod|Pods} gesetzt (vorher {0}), bis sein Autoscaler wieder hinsieht</translation>
    </message>
    <message>
        <source>Two hands are on one lever: a number set by hand holds only until the autoscaler decides again.</source>
        <translation>Zwei Hände an einem Hebel: eine von Hand gesetzte Zahl gilt nur, bis der Autoscaler wieder entscheidet.</translation>
    </message>
    <message>
        <source>{svc} should run {text}</source>
        <translation>{svc} soll mit {text} laufen</translation>
    </message>
    <message>
        <source>Another image is another version, so a rollout follows. Pods are never changed in place: new ones take over from old ones.</source>
        <translation>Ein anderes Image ist eine andere Version, also folgt ein Rollout. Pods werden nie an Ort und Stelle geändert: neue lösen die alten ab.</translation>
    </message>
    <message>
        <source>load on {svc} is {0&lt;0?{1} % of one pod, shared by the pods that serve|{0} % on each pod}</source>
        <translation>Last auf {svc}: {0&lt;0?{1} % eines Pods, verteilt auf die Pods, die bedienen|{0} % auf jedem Pod}</translation>
    </message>
    <message>
        <source>{0&lt;0?The pods share this load: each pod more makes all of them cooler.|Each pod gets this load, however many there are: more pods do not cool them.}</source>
        <translation>{0&lt;0?Die Pods teilen sich diese Last: jeder Pod mehr macht alle kühler.|Jeder Pod bekommt diese Last, wie viele es auch sind: mehr Pods machen ihn nicht kühler.}</translation>
    </message>
    <message>
        <source>load on {svc} moves between {0} % and {1} % over {s2} s</source>
        <translation>Last auf {svc} bewegt sich zwischen {0} % und {1} %, mit einer Periode von {s2} s</translation>
    </message>
    <message>
        <source>From now on the load changes by itself, as it does during a day of real use.</source>
        <translation>Von jetzt an ändert sich die Last von selbst, wie im Lauf eines Tages mit echten Nutzern.</translation>
    </message>
    <message>
        <source>load on {svc} stays at {0} %</source>
        <translation>Last auf {svc} bleibt bei {0} %</translation>
    </message>
    <message>
        <source>The pattern has ended. The last value stays until somebody sets another one.</source>
        <translation>Das Muster ist zu Ende. Der letzte Wert bleibt, bis jemand einen anderen setzt.</translation>
    </message>
    <message>
        <source>{svc} is being deleted: {0:pod has|pods have} to stop</source>
        <translation>{svc} wird gelöscht: {0:Pod muss|Pods müssen} noch enden</translation>
    </message>
    <message>
        <source>Nothing vanishes at once. Each pod is asked to stop and gets its grace period to finish its work.</source>
        <translation>Nichts verschwindet auf einen Schlag. Jeder Pod wird aufgefordert zu enden und bekommt seine Schonfrist, um seine Arbeit abzuschließen.</translation>
    </message>
    <message>
        <source>{svc} is gone</source>
        <translation>{svc} ist weg</translation>
    </message>
    <message>
        <source>Its last pod has left. The name is free; a new service of this name begins a fresh history.</source>
        <translation>Der letzte Pod ist gegangen. Der Name ist frei; ein neuer Service dieses Namens beginnt eine neue Geschichte.</translation>
    </message>
    <message>
        <source>the controller looks every {s0} s from now on</source>
        <translation>der Controller sieht von jetzt an alle {s0} s hin</translation>
    </message>
    <message>
        <source>This controller looks once a tick, so that you can follow it. Real controllers watch rather than poll: they are told of a change and act at once.</source>
        <translation>Dieser Controller sieht einmal pro Takt hin, damit du ihm folgen kannst. Echte Controller beobachten (watch), statt immer wieder nachzufragen: sie erfahren von einer Änderung und handeln sofort.</translation>
    </message>
    <message>
        <source>{0&lt;0?{svc} starts {version}: {2:pod|pods} desired|{svc} rolls out {version}, {v0} is stable ({1#blue/green|canary|rolling update|recreate})}</source>
        <translation>{0&lt;0?{svc} startet {version}: {2:Pod|Pods} gewünscht|{svc} rollt {version} aus, {v0} ist stabil ({1#Blue/Green|Canary|Rolling Update|Recreate})}</translation>
    </message>
    <message>
        <source>{0&lt;0?There is no earlier version to protect, so its pods are created at once.|{1#A full second set of pods comes up beside the first. The old version serves until the new one is all ready.|A few pods get the new version first. If they do well, more follow, step by step.|New pods replace old ones a few at a time.|All old pods stop first, then the new ones start. In between nobody serves.}}</source>
        <translation>{0&lt;0?Es gibt keine frühere Version zu schützen, also werden die Pods sofort erzeugt.|{1#Ein voller zweiter Satz Pods kommt neben dem ersten hoch. Die alte Version bedient, bis der neue Satz ganz bereit ist.|Erst bekommen wenige Pods die neue Version. Bewähren sie sich, folgen mehr, Schritt für Schritt.|Neue Pods ersetzen alte, immer ein paar auf einmal.|Erst enden alle alten Pods, dann starten die neuen. Dazwischen bedient niemand.}}</translation>
    </message>
    <message>
        <source>canary step {0} of {1}: {2} % of {svc} should run {version}</source>
        <translation>Canary-Schritt {0} von {1}: auf {2} % von {svc} soll {version} laufen</translation>
    </message>
    <message>
        <source>A canary&apos;s percent is of pods, not of users. The balancer treats all ready pods alike, so requests follow the number of pods.</source>
        <translation>Die Prozente eines Canary gelten den Pods, nicht den Nutzern. Der Verteiler behandelt alle bereiten Pods gleich, also folgen die Anfragen der Zahl der Pods.</translation>
    </message>
    <message>
        <source>step {0} of {1} is done: {2} % of {svc} runs {version}; {3=-2?waits for promote|{3&lt;0?no pause follows|pause of {s3} s}}</source>
        <translation>Schritt {0} von {1} ist fertig: auf {2} % von {svc} läuft {version}; {3=-2?wartet auf Freigabe (promote)|{3&lt;0?keine Pause folgt|Pause von {s3} s}}</translation>
    </message>
    <message>
        <source>Every new pod of this step is available. {3=-2?Now a person looks and decides: promote or abort.|{3&lt;0?The rollout goes on.|The pause is there to look: a fault shows itself while few pods have it.}}</source>
        <translation>Jeder neue Pod dieses Schritts ist verfügbar. {3=-2?Jetzt sieht ein Mensch hin und entscheidet: promote oder abort.|{3&lt;0?Der Rollout geht weiter.|Die Pause ist zum Hinsehen da: ein Fehler zeigt sich, solange ihn erst wenige Pods haben.}}</translation>
    </message>
    <message>
        <source>rollout of {svc} is paused</source>
        <translation>Rollout von {svc} ist angehalten</translation>
    </message>
    <message>
        <source>Its steps stand still. Healing does not: a pod that is lost is still replaced.</source>
        <translation>Seine Schritte stehen still. Das Heilen nicht: ein verlorener Pod wird weiterhin ersetzt.</translation>
    </message>
    <message>
        <source>rollout of {svc} goes on</source>
        <translation>Rollout von {svc} geht weiter</translation>
    </message>
    <message>
        <source>It continues where it stood. Time spent paused does not count against its deadline.</source>
        <translation>Er fährt fort, wo er stand. Die Zeit, in der er angehalten war, zählt nicht gegen seine Frist.</translation>
    </message>
    <message>
        <source>{1=1?{svc} is promoted past all remaining steps|{0&lt;1?{svc} is promoted|{svc} is promoted past step {0}}}</source>
        <translation>{1=1?{svc} ist freigegeben, an allen übrigen Schritten vorbei|{0&lt;1?{svc} ist freigegeben|{svc} ist über Schritt {0} hinaus freigegeben}}</translation>
    </message>
    <message>
        <source>Promote ends the present wait. Each pod must still become available before an old one goes.</source>
        <translation>Freigeben (promote) beendet das jetzige Warten. Jeder Pod muss trotzdem verfügbar werden, bevor ein alter geht.</translation>
    </message>
    <message>
        <source>{version} of {svc} is ready and waits for promote</source>
        <translation>{version} von {svc} ist bereit und wartet auf Freigabe (promote)</translation>
    </message>
    <message>
        <source>Both versions run. The old one still gets every request, so you can look at the new one first.</source>
        <translation>Beide Versionen laufen. Die alte bekommt weiterhin jede Anfrage, du kannst dir die neue also erst ansehen.</translation>
    </message>
    <message>
        <source>traffic of {svc} goes {0&lt;0?to|from {v0} to} {version}: {1} of {2} available</source>
        <translation>Anfragen an {svc} gehen {0&lt;0?an|von {v0} an} {version}: {1} von {2} verfügbar</translation>
    </message>
    <message>
        <source>Blue/green moves all traffic in one step, and only when the whole new set is available. The old set stays a while, so that going back takes no time.</source>
        <translation>Blue/Green schaltet alle Anfragen in einem Schritt um, und erst, wenn der neue Satz ganz verfügbar ist. Der alte Satz bleibt noch eine Weile, damit der Weg zurück keine Zeit kostet.</translation>
    </message>
    <message>
        <source>{svc} runs {version}: {0} of {1} available after {s2} s</source>
        <translation>{svc} läuft mit {version}: {0} von {1} verfügbar nach {s2} s</translation>
    </message>
    <message>
        <source>Actual is what desired asks for. {version} is the stable version now, the one to return to.</source>
        <translation>Tatsächlich ist da, was gewünscht ist. {version} ist jetzt die stabile Version, zu der man zurückkehren kann.</translation>
    </message>
    <message>
        <source>rollout to {version} is given up {0=1?by analysis|by hand}</source>
        <translation>Rollout auf {version} ist aufgegeben, {0=1?durch die Analyse|von Hand}</translation>
    </message>
    <message>
        <source>Traffic goes back to the stable version at once, and the new pods leave. Desired still asks for {version}: retry, undo or apply decides what comes next.</source>
        <translation>Die Anfragen gehen sofort zurück zur stabilen Version, und die neuen Pods gehen. Gewünscht ist weiterhin {version}: retry, undo oder apply entscheidet, was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>rollout to {version} starts again</source>
        <translation>Rollout auf {version} beginnt noch einmal</translation>
    </message>
    <message>
        <source>It begins with its first step; what failed before may fail again unless something has changed.</source>
        <translation>Er beginnt mit seinem ersten Schritt; was vorher gescheitert ist, kann wieder scheitern, wenn sich nichts geändert hat.</translation>
    </message>
    <message>
        <source>{svc} goes back to {version}</source>
        <translation>{svc} geht zurück zu {version}</translation>
    </message>
    <message>
        <source>The newest earlier version that once ran well becomes the desired one. This is a rollout like any other.</source>
        <translation>Die neueste frühere Version, die einmal gut lief, wird die gewünschte. Das ist ein Rollout wie jeder andere.</translation>
    </message>
    <message>
        <source>{svc} replaces all its pods by fresh ones</source>
        <translation>{svc} ersetzt alle seine Pods durch frische</translation>
    </message>
    <message>
        <source>A restarted rollout makes new pods of the same template. A restarted container is something else: its pod stays.</source>
        <translation>Ein Neustart des Rollouts macht neue Pods nach derselben Vorlage. Ein Neustart des Containers ist etwas anderes: sein Pod bleibt.</translation>
    </message>
    <message>
        <source>no progress for {s0} s: {1} of {2} available in {version}</source>
        <translation>kein Fortschritt seit {s0} s: {1} von {2} verfügbar in {version}</translation>
    </message>
    <message>
        <source>Progress is one more pod created, ready or available, or one old pod gone. None came in time, so this rollout has failed. Waiting longer would not say why; the events of its pods do.</source>
        <translation>Fortschritt heißt: ein Pod mehr ist erzeugt, bereit oder verfügbar, oder ein alter Pod ist weg. Nichts davon kam rechtzeitig, also ist dieser Rollout gescheitert. Länger zu warten würde nicht sagen, warum; das sagen die Ereignisse seiner Pods.</translation>
    </message>
    <message>
        <source>{svc} returns to {version}: {v0} failed</source>
        <translation>{svc} kehrt zu {version} zurück: {v0} ist gescheitert</translation>
    </message>
    <message>
        <source>The stable version runs again while desired keeps {v0}, until retry, undo or apply. Kubernetes never rolls back by itself; this simulator does, unless autoRollback is false.</source>
        <translation>Die stabile Version läuft wieder, gewünscht bleibt {v0}, bis retry, undo oder apply kommt. Kubernetes geht nie von selbst zurück; dieser Simulator schon, außer wenn autoRollback false ist.</translation>
    </message>
    <message>
        <source>{svc} has no healthy version to return to</source>
        <translation>{svc} hat keine gesunde Version, zu der eine Rückkehr möglich wäre</translation>
    </message>
    <message>
        <source>The stable version is unhealthy too, or there was never one. The controller keeps trying, but only a better declaration helps.</source>
        <translation>Auch die stabile Version ist nicht gesund, oder es gab nie eine. Der Controller versucht es weiter, aber nur eine bessere Erklärung hilft.</translation>
    </message>
    <message>
        <source>{p0} % of requests to {version} fail, {p1} % allowed: measurement {2}, {3} failed</source>
        <translation>{p0} % der Anfragen an {version} scheitern, {p1} % sind erlaubt: Messung {2}, {3} gescheitert</translation>
    </message>
    <message>
        <source>Only the new version&apos;s own requests are counted. One bad measurement is a hint; the failure limit decides.</source>
        <translation>Es zählen nur die Anfragen an die neue Version selbst. Eine schlechte Messung ist ein Hinweis; das failureLimit entscheidet.</translation>
    </message>
    <message>
        <source>analysis of {version} fails: {0:bad measurement|bad measurements}, {1} allowed</source>
        <translation>Analyse von {version} scheitert: {0:schlechte Messung|schlechte Messungen}, {1} erlaubt</translation>
    </message>
    <message>
        <source>Its pods may well be ready: probes ask whether it answers, analysis asks whether the answers are good.</source>
        <translation>Ihre Pods können durchaus bereit sein: Proben fragen, ob sie antwortet, die Analyse fragt, ob die Antworten gut sind.</translation>
    </message>
    <message>
        <source>analysis of {version} passes: {0:measurement|measurements}, {1} bad</source>
        <translation>Analyse von {version} ist bestanden: {0:Messung|Messungen}, {1} schlecht</translation>
    </message>
    <message>
        <source>The new version answers real requests well enough, so the rollout may go on.</source>
        <translation>Die neue Version beantwortet echte Anfragen gut genug, also darf der Rollout weitergehen.</translation>
    </message>
    <message>
        <source>{version} of {svc} stays ready until {t0}, then its pods stop</source>
        <translation>{version} von {svc} bleibt bis {t0} bereit, dann enden ihre Pods</translation>
    </message>
    <message>
        <source>It gets no requests any more. Until it is gone, going back is one switch instead of a new start.</source>
        <translation>Sie bekommt keine Anfragen mehr. Bis sie weg ist, ist der Weg zurück ein Umschalten statt eines neuen Starts.</translation>
    </message>
    <message>
        <source>{pod} is created: {0} desired, {1} there, {2} missing</source>
        <translation>{pod} wird erzeugt: {0} gewünscht, {1} da, {2=1?{2} fehlt|{2} fehlen}</translation>
    </message>
    <message>
        <source>Actual was below desired, so the controller adds a pod. It has to start and become ready before it helps.</source>
        <translation>Es war weniger da als gewünscht, also fügt der Controller einen Pod hinzu. Er muss starten und bereit werden, bevor er hilft.</translation>
    </message>
    <message>
        <source>{pod} is told to stop: {0} desired, {1} there, {2} too many</source>
        <translation>{pod} soll enden: {0} gewünscht, {1} da, {2} zu viel</translation>
    </message>
    <message>
        <source>It gets no new requests and has its grace period to finish. Pods that are not ready go first, then those that have been ready for the shortest time.</source>
        <translation>Er bekommt keine neuen Anfragen und hat seine Schonfrist, um fertig zu werden. Zuerst gehen Pods, die nicht bereit sind, dann die, die am kürzesten bereit waren.</translation>
    </message>
    <message>
        <source>{pod} is gone</source>
        <translation>{pod} ist weg</translation>
    </message>
    <message>
        <source>A pod that is gone never comes back. Its successor is a new pod with a new name.</source>
        <translation>Ein Pod, der weg ist, kommt nie wieder. Sein Nachfolger ist ein neuer Pod mit neuem Namen.</translation>
    </message>
    <message>
        <source>autoscaler: {svc} goes from {0} to {1:pod|pods} (CPU {2} %, target {3} %)</source>
        <translation>Autoscaler: {svc} geht von {0} auf {1:Pod|Pods} (CPU {2} %, Ziel {3} %)</translation>
    </message>
    <message>
        <source>The autoscaler looks every few seconds, not all the time. It wants pods × CPU ÷ target, rounded up, inside its limits. New pods help only once they are ready.</source>
        <translation>Der Autoscaler sieht alle paar Sekunden hin, nicht ständig. Er will Pods × CPU ÷ Ziel, aufgerundet, innerhalb seiner Grenzen. Neue Pods helfen erst, wenn sie bereit sind.</translation>
    </message>
    <message>
        <source>autoscaler: {svc} keeps {1:pod|pods}, {0} wanted: {2#nothing to do|scaled to 0 by hand|outside min and max|nothing to measure|close enough to the target|{3=never?the scale-down window is open|scale-down window until {t3}}|one step may not be larger|min or max reached|already done|it would go against the measurement}</source>
        <translation>Autoscaler: {svc} bleibt bei {1:Pod|Pods}, {0} empfohlen: {2#nichts zu tun|von Hand auf 0 skaliert|außerhalb von min und max|nichts zu messen|nah genug am Ziel|{3=never?das Stabilisierungsfenster ist offen|Stabilisierungsfenster bis {t3}}|ein Schritt darf nicht größer sein|min oder max erreicht|schon getan|es ginge gegen die Messung}</translation>
    </message>
    <message>
        <source>The autoscaler looks every few seconds. {2#It found nothing to change.|At 0 replicas it is off: only a person brings the service back.|It first brings the number between min and max.|Without a measurement it decides nothing.|A small distance from the target is left alone, or the number would never rest.|It scales down only when the load stayed low for the whole window, so that a short dip costs no pods.|A limit on each step keeps it from overshooting.|It never leaves the range from min to max.|It has just acted.|Counting pods that are not ready yet turned the answer round, so it waits for them.}</source>
        <translation>Der Autoscaler sieht alle paar Sekunden hin. {2#Er fand nichts zu ändern.|Bei 0 Replikaten ist er aus: nur ein Mensch bringt den Service zurück.|Zuerst bringt er die Zahl zwischen min und max.|Ohne Messung entscheidet er nichts.|Einen kleinen Abstand zum Ziel lässt er stehen, sonst käme die Zahl nie zur Ruhe.|Hinunter skaliert er erst, wenn die Last das ganze Fenster lang niedrig war, damit eine kurze Flaute keine Pods kostet.|Eine Grenze für jeden Schritt bewahrt ihn davor, zu weit zu gehen.|Er verlässt nie den Bereich von min bis max.|Er hat eben erst gehandelt.|Mit den Pods, die noch nicht bereit sind, kehrte sich die Antwort um, also wartet er auf sie.}</translation>
    </message>
    <message>
        <source>autoscaler: {svc} has nothing to measure</source>
        <translation>Autoscaler: {svc} hat nichts zu messen</translation>
    </message>
    <message>
        <source>Only ready pods are measured, and none is ready. A wish without a measurement would be a guess, so it waits.</source>
        <translation>Gemessen werden nur bereite Pods, und keiner ist bereit. Ein Wunsch ohne Messung wäre geraten, also wartet er.</translation>
    </message>
    <message>
        <source>{pod} runs{0&lt;1?|, restarted {0#|once|{0} times}}</source>
        <translation>{pod} läuft{0&lt;1?|, {0#|einmal|{0} Mal} neu gestartet}</translation>
    </message>
    <message>
        <source>Running is not ready. Running: its process has begun. Ready: its readiness probe succeeds, so the balancer may send it requests.</source>
        <translation>Läuft heißt nicht bereit. Läuft: sein Prozess hat begonnen. Bereit: seine Readiness-Probe gelingt, also darf der Verteiler ihm Anfragen schicken.</translation>
    </message>
    <message>
        <source>{pod} is ready{1&lt;1?|: readiness probe succeeded {m01} of {1}}</source>
        <translation>{pod} ist bereit{1&lt;1?|: Readiness-Probe gelungen, {m01} von {1}}</translation>
    </message>
    <message>
        <source>A ready pod may get requests. {1&lt;1?Without a readiness probe that is assumed as soon as it runs.|Its readiness probe has said so.}</source>
        <translation>Ein bereiter Pod darf Anfragen bekommen. {1&lt;1?Ohne Readiness-Probe gilt er als bereit, sobald er läuft.|Seine Readiness-Probe hat es gesagt.}</translation>
    </message>
    <message>
        <source>{pod} is not ready{1&lt;1?|: readiness probe failed {m01} of {1}}</source>
        <translation>{pod} ist nicht bereit{1&lt;1?|: Readiness-Probe gescheitert, {m01} von {1}}</translation>
    </message>
    <message>
        <source>The balancer leaves it out. Unready restarts nothing: the process goes on, and traffic comes back when the probe succeeds again.</source>
        <translation>Der Verteiler übergeht ihn. Nicht bereit zu sein startet nichts neu: der Prozess läuft weiter, und die Anfragen kommen zurück, wenn die Probe wieder gelingt.</translation>
    </message>
    <message>
        <source>{0#readiness|liveness|startup} probe of {pod} failed: {m12} of {2} in a row</source>
        <translation>{0#Readiness|Liveness|Startup}-Probe von {pod} gescheitert: {m12} von {2} in Folge</translation>
    </message>
    <message>
        <source>{0#At {2} in a row the pod gets no more requests. A failed readiness probe restarts nothing.|At {2} in a row the container is restarted. {2=1?Here one failure is enough.|One failure alone does nothing.}|Until the startup probe succeeds, no other probe runs. At {2} in a row the container is restarted.}</source>
        <translation>{0#Bei {2} in Folge bekommt der Pod keine Anfragen mehr. Eine gescheiterte Readiness-Probe startet nichts neu.|Bei {2} in Folge wird der Container neu gestartet. {2=1?Hier genügt ein Fehlschlag.|Ein Fehlschlag allein bewirkt nichts.}|Bis die Startup-Probe gelingt, läuft keine andere Probe. Bei {2} in Folge wird der Container neu gestartet.}</translation>
    </message>
    <message>
        <source>container of {pod} is stopped: {0#readiness|liveness|startup} probe failed</source>
        <translation>Container von {pod} wird beendet: {0#Readiness|Liveness|Startup}-Probe gescheitert</translation>
    </message>
    <message>
        <source>The pod stays; only the process in it is started again: same name, one restart more.</source>
        <translation>Der Pod bleibt; nur der Prozess darin wird neu gestartet: gleicher Name, ein Neustart mehr.</translation>
    </message>
    <message>
        <source>container of {pod} ended by itself after {s0} s</source>
        <translation>Container von {pod} hat nach {s0} s von selbst geendet</translation>
    </message>
    <message>
        <source>The pod stays, and its container is restarted in it. The controller makes no new pod, since none is missing.</source>
        <translation>Der Pod bleibt, und sein Container wird darin neu gestartet. Der Controller macht keinen neuen Pod, denn es fehlt keiner.</translation>
    </message>
    <message>
        <source>{pod} waits {s0} s before restart {1}</source>
        <translation>{pod} wartet {s0} s vor Neustart {1}</translation>
    </message>
    <message>
        <source>CrashLoopBackOff is a consequence, not a cause: the container ended{2&lt;2?|, {2} times in a row}, and each wait is longer than the one before. The cause stands in the events before this one.</source>
        <translation>CrashLoopBackOff ist eine Folge, keine Ursache: der Container hat geendet{2&lt;2?|, {2} Mal in Folge}, und jede Wartezeit ist länger als die vorige. Die Ursache steht in den Ereignissen davor.</translation>
    </message>
    <message>
        <source>{pod} is restarted: {0:restart|restarts} so far</source>
        <translation>{pod} ist neu gestartet: bisher {0:Neustart|Neustarts}</translation>
    </message>
    <message>
        <source>A restart makes no new pod: same name, one restart more. A kill does: that pod is gone and another one is made.</source>
        <translation>Ein Neustart macht keinen neuen Pod: gleicher Name, ein Neustart mehr. Töten schon: der Pod ist weg, und ein anderer wird gemacht.</translation>
    </message>
    <message>
        <source>chaos kills {pod} ({0} of {1})</source>
        <translation>Chaos tötet {pod} ({0} von {1})</translation>
    </message>
    <message>
        <source>The whole pod is lost. The controller sees that one is missing and makes another one, with another name. A restart would have kept the pod.</source>
        <translation>Der ganze Pod ist verloren. Der Controller sieht, dass einer fehlt, und macht einen anderen, mit anderem Namen. Bei einem Neustart wäre der Pod geblieben.</translation>
    </message>
    <message>
        <source>chaos crashes the container of {pod}</source>
        <translation>Chaos lässt den Container von {pod} abstürzen</translation>
    </message>
    <message>
        <source>Only the process ends. The pod stays and restarts it after a wait, so no new pod is made.</source>
        <translation>Nur der Prozess endet. Der Pod bleibt und startet ihn nach einer Wartezeit neu, also wird kein neuer Pod gemacht.</translation>
    </message>
    <message>
        <source>chaos takes {1} of {0:pod|pods}: {2#the number there are|minAvailable|maxAtOnce|minAge} holds it back</source>
        <translation>Chaos nimmt {1} von {0:Pod|Pods}: {2#die Zahl derer, die da sind,|minAvailable|maxAtOnce|minAge} hält es zurück</translation>
    </message>
    <message>
        <source>Limits keep an experiment from becoming an accident.</source>
        <translation>Grenzen bewahren ein Experiment davor, ein Unfall zu werden.</translation>
    </message>
    <message>
        <source>{pod}: {0#readiness|liveness|readiness and liveness} will {1=1?succeed|fail} from now on</source>
        <translation>{pod}: {0#Readiness {1=1?gelingt|scheitert}|Liveness {1=1?gelingt|scheitert}|Readiness und Liveness {1=1?gelingen|scheitern}} von jetzt an</translation>
    </message>
    <message>
        <source>{1=1?Its next probes succeed again.|Nobody has noticed yet: a probe has to ask, and to fail often enough in a row.}</source>
        <translation>{1=1?Seine nächsten Proben gelingen wieder.|Noch hat es niemand bemerkt: eine Probe muss fragen und oft genug in Folge scheitern.}</translation>
    </message>
    <message>
        <source>chaos strikes {svc} every {s0} s{1&lt;0? until it is stopped| for {s1} s}</source>
        <translation>Chaos trifft {svc} alle {s0} s{1&lt;0?, bis es gestoppt wird|, {s1} s lang}</translation>
    </message>
    <message>
        <source>A system that heals should be seen healing, again and again.</source>
        <translation>Einem System, das sich heilt, soll man beim Heilen zusehen können, immer wieder.</translation>
    </message>
    <message>
        <source>scheduled chaos on {svc} has ended</source>
        <translation>geplantes Chaos auf {svc} ist zu Ende</translation>
    </message>
    <message>
        <source>Its time is up. What it broke is still being healed.</source>
        <translation>Seine Zeit ist um. Was es zerstört hat, wird noch geheilt.</translation>
    </message>
    <message>
        <source>chaos stops: {0:schedule|schedules} ended</source>
        <translation>Chaos hört auf: {0:Plan|Pläne} beendet</translation>
    </message>
    <message>
        <source>No blow is due any more, and commanded health is good again. Pods that were lost are still being replaced.</source>
        <translation>Kein Schlag steht mehr aus, und befohlene Krankheit ist geheilt. Verlorene Pods werden noch ersetzt.</translation>
    </message>
    <message>
        <source>mail due: {svc} is DOWN, {0} of {1} ready</source>
        <translation>Mail fällig: {svc} ist DOWN, {0} von {1} bereit</translation>
    </message>
    <message>
        <source>DOWN means fewer ready pods than desired. The service may still answer; it has lost its reserve.</source>
        <translation>DOWN heißt: weniger Pods bereit als gewünscht. Der Service antwortet vielleicht noch; er hat seine Reserve verloren.</translation>
    </message>
    <message>
        <source>mail due: {svc} is UP, {0} of {1} ready, down for {s2} s</source>
        <translation>Mail fällig: {svc} ist UP, {0} von {1} bereit, war {s2} s lang DOWN</translation>
    </message>
    <message>
        <source>As many pods are ready as desired, or more.</source>
        <translation>So viele Pods sind bereit wie gewünscht, oder mehr.</translation>
    </message>
    <message>
        <source>no mail for {svc} yet: {0#due|due|the change must last first|the last mail is too recent|it has just started}</source>
        <translation>noch keine Mail zu {svc}: {0#fällig|fällig|der Wechsel muss erst andauern|die letzte Mail ist zu kurz her|der Service ist eben erst gestartet}</translation>
    </message>
    <message>
        <source>{0#It is due.|It is due.|A mail for every flicker teaches people to ignore mails: a change that does not last sends none.|Between two mails there is a cooldown. When it ends, the state is looked at again, so the last mail never lies.|While a service comes up, fewer ready pods than desired is normal. If it is still so when the grace time ends, a mail is sent.}</source>
        <translation>{0#Sie ist fällig.|Sie ist fällig.|Wer bei jedem Flackern eine Mail bekommt, lernt, Mails zu übersehen: ein Wechsel, der nicht andauert, sendet keine.|Zwischen zwei Mails vergeht eine Mindestzeit. Wenn sie endet, wird der Zustand noch einmal angesehen, darum lügt die letzte Mail nie.|Während ein Service hochkommt, sind weniger Pods bereit als gewünscht, und das ist normal. Ist es am Ende der Schonfrist noch so, wird eine Mail gesendet.}</translation>
    </message>
    <message>
        <source>alerts from now on: DOWN after {s0} s, UP after {s1} s, {s2} s between mails, {s3} s of grace</source>
        <translation>Alarme von jetzt an: DOWN nach {s0} s, UP nach {s1} s, {s2} s zwischen zwei Mails, {s3} s Schonfrist</translation>
    </message>
    <message>
        <source>Confirmation keeps flickers out of mails, the cooldown keeps mails apart, the grace gives a service time to come up. Every one of them delays news: an alert that waits is one that somebody reads later.</source>
        <translation>Das Andauern hält Flackern aus den Mails heraus, die Mindestzeit hält Mails auseinander, die Schonfrist gibt einem Service Zeit hochzukommen. Jedes davon verzögert Nachrichten: ein Alarm, der wartet, wird später gelesen.</translation>
    </message>
    <message>
        <source>mail sent: {svc} is {2#changed|UP|DOWN}{1&lt;2?|, at attempt {1}}{text?: {text}|}</source>
        <translation>Mail gesendet: {svc} ist {2#geändert|UP|DOWN}{1&lt;2?|, beim Versuch {1}}{text?: {text}|}</translation>
    </message>
    <message>
        <source>The mail server has taken the mail and answers for it now. That it was read is another matter.</source>
        <translation>Der Mailserver hat die Mail angenommen und steht jetzt für sie ein. Ob sie gelesen wurde, ist eine andere Sache.</translation>
    </message>
    <message>
        <source>mail waits: {svc} is {2#changed|UP|DOWN}{text?: {text}|}; attempt {1} failed, the next one follows in {s3} s</source>
        <translation>Mail wartet: {svc} ist {2#geändert|UP|DOWN}{text?: {text}|}; Versuch {1} gescheitert, der nächste folgt in {s3} s</translation>
    </message>
    <message>
        <source>The trouble may pass: the server was not reached, or it said so itself (codes from 400 to 499; many servers turn strangers away once to see whether they come back). The pauses between attempts grow.</source>
        <translation>Die Störung kann vorübergehen: der Server war nicht zu erreichen, oder er hat es selbst gesagt (Codes von 400 bis 499; viele Server weisen Fremde einmal ab, um zu sehen, ob sie wiederkommen). Die Pausen zwischen den Versuchen wachsen.</translation>
    </message>
    <message>
        <source>mail failed: {svc} is {2#changed|UP|DOWN}{text?: {text}|}</source>
        <translation>Mail gescheitert: {svc} ist {2#geändert|UP|DOWN}{text?: {text}|}</translation>
    </message>
    <message>
        <source>Nobody was told by mail. Trying again would change nothing where the server refuses for good (codes from 500 on) or cannot be trusted, and somewhere patience ends. The alert itself stands in this history all the same.</source>
        <translation>Niemand hat per Mail davon erfahren. Ein weiterer Versuch würde nichts ändern, wo der Server endgültig ablehnt (Codes ab 500) oder ihm nicht zu trauen ist, und irgendwann endet die Geduld. Der Alarm selbst steht trotzdem in dieser Geschichte.</translation>
    </message>
    <message>
        <source>the clock starts: seed {u0}, a look every {s1} s</source>
        <translation>die Uhr beginnt: Keim {u0}, ein Blick alle {s1} s</translation>
    </message>
    <message>
        <source>The same seed and the same commands give the same history, every time. Here the controller looks once a tick; real controllers watch rather than poll.</source>
        <translation>Gleicher Keim und gleiche Befehle geben die gleiche Geschichte, jedes Mal. Hier sieht der Controller einmal pro Takt hin; echte Controller beobachten (watch), statt immer wieder nachzufragen.</translation>
    </message>
    <message>
        <source>desired</source>
        <translation>gewünscht</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>chaos</source>
        <translation>Chaos</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>{0} of {1:pod|pods} to start</source>
        <translation>Start von {0} von {1:Pod|Pods}</translation>
    </message>
    <message>
        <source>A pod takes its time to start, and running is not ready yet: until then it gets no requests.</source>
        <translation>Ein Pod braucht seine Zeit zum Starten, und läuft heißt noch nicht bereit: bis dahin bekommt er keine Anfragen.</translation>
    </message>
    <message>
        <source>readiness of {0} of {1:pod|pods}</source>
        <translation>Readiness von {0} von {1:Pod|Pods}</translation>
    </message>
    <message>
        <source>Running is not ready. A pod gets requests only once its readiness probe has succeeded; until then nothing is restarted because of it.</source>
        <translation>Läuft heißt nicht bereit. Ein Pod bekommt erst Anfragen, wenn seine Readiness-Probe gelungen ist; bis dahin wird deswegen nichts neu gestartet.</translation>
    </message>
    <message>
        <source>back-off of {0:pod|pods} to end</source>
        <translation>Ende der Wartezeit von {0:Pod|Pods}</translation>
    </message>
    <message>
        <source>A container that keeps ending waits longer before each restart. CrashLoopBackOff is a consequence, not a cause: look at the events before it. The pod is not replaced meanwhile.</source>
        <translation>Ein Container, der immer wieder endet, wartet vor jedem Neustart länger. CrashLoopBackOff ist eine Folge, keine Ursache: sieh dir die Ereignisse davor an. Der Pod wird in dieser Zeit nicht ersetzt.</translation>
    </message>
    <message>
        <source>{0:pod|pods} to stay ready for {s3} s ({1} of {2} available)</source>
        <translation>{s3} s Bereitschaft von {0:Pod|Pods} ({1} von {2} verfügbar)</translation>
    </message>
    <message>
        <source>Available means ready for minReadySeconds. It keeps a rollout from trusting a pod that is ready for a moment only.</source>
        <translation>Verfügbar heißt: seit minReadySeconds bereit. Das bewahrt einen Rollout davor, einem Pod zu trauen, der nur einen Augenblick lang bereit ist.</translation>
    </message>
    <message>
        <source>canary pause after step {0} of {1} ({2} %)</source>
        <translation>Canary-Pause nach Schritt {0} von {1} ({2} %)</translation>
    </message>
    <message>
        <source>The pause is there to look: a fault shows itself while few pods have it. The percent is of pods.</source>
        <translation>Die Pause ist zum Hinsehen da: ein Fehler zeigt sich, solange ihn erst wenige Pods haben. Die Prozente gelten den Pods.</translation>
    </message>
    <message>
        <source>promote{1&lt;1?|, after step {0} of {1} ({2} %)}</source>
        <translation>Freigabe (promote){1&lt;1?|, nach Schritt {0} von {1} ({2} %)}</translation>
    </message>
    <message>
        <source>The manifest says that a person decides here: promote goes on, abort goes back.</source>
        <translation>Das Manifest sagt, dass hier ein Mensch entscheidet: promote geht weiter, abort geht zurück.</translation>
    </message>
    <message>
        <source>resume</source>
        <translation>Fortsetzen (resume)</translation>
    </message>
    <message>
        <source>Somebody has paused this rollout. Lost pods are still replaced.</source>
        <translation>Jemand hat diesen Rollout angehalten. Verlorene Pods werden trotzdem ersetzt.</translation>
    </message>
    <message>
        <source>end of the time {version} is kept</source>
        <translation>Ende der Zeit, die {version} noch bleibt</translation>
    </message>
    <message>
        <source>{version} gets no requests any more. It stays a while, so that going back is one switch.</source>
        <translation>{version} bekommt keine Anfragen mehr. Sie bleibt noch eine Weile, damit der Weg zurück ein Umschalten ist.</translation>
    </message>
    <message>
        <source>{0:pod|pods} to stop</source>
        <translation>Ende von {0:Pod|Pods}</translation>
    </message>
    <message>
        <source>A pod that is told to stop gets its grace period to finish its work. It counts for nothing any more.</source>
        <translation>Ein Pod, der enden soll, bekommt seine Schonfrist, um fertig zu werden. Er zählt bei nichts mehr mit.</translation>
    </message>
    <message>
        <source>measurements: {0} of {1} taken, {2} bad</source>
        <translation>Messungen: {0} von {1} gemacht, {2} schlecht</translation>
    </message>
    <message>
        <source>Analysis looks at the share of failed requests before the rollout goes on. No traffic is no measurement.</source>
        <translation>Die Analyse sieht auf den Anteil gescheiterter Anfragen, bevor der Rollout weitergeht. Ohne Anfragen gibt es keine Messung.</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>If nothing gets better before the deadline, this rollout has failed. Progress is one more pod created, ready or available, or one old pod gone.</source>
        <translation>Wird bis zur Frist nichts besser, ist dieser Rollout gescheitert. Fortschritt heißt: ein Pod mehr ist erzeugt, bereit oder verfügbar, oder ein alter Pod ist weg.</translation>
    </message>
    <message>
        <source>the autoscaler&apos;s next look (CPU {0} %, target {1} %)</source>
        <translation>nächster Blick des Autoscalers (CPU {0} %, Ziel {1} %)</translation>
    </message>
    <message>
        <source>The autoscaler looks every few seconds, not all the time.</source>
        <translation>Der Autoscaler sieht alle paar Sekunden hin, nicht ständig.</translation>
    </message>
    <message>
        <source>the scale-down window ({0} wanted, {1} now)</source>
        <translation>Stabilisierungsfenster ({0} empfohlen, {1} jetzt)</translation>
    </message>
    <message>
        <source>Pods are taken away only when the load stayed low for the whole window, so that a short dip costs none.</source>
        <translation>Pods werden erst weggenommen, wenn die Last das ganze Fenster lang niedrig war, damit eine kurze Flaute keinen kostet.</translation>
    </message>
    <message>
        <source>retry, undo or apply</source>
        <translation>retry, undo oder apply</translation>
    </message>
    <message>
        <source>The stable version runs, but desired names another one. A person has to decide what comes next.</source>
        <translation>Die stabile Version läuft, aber gewünscht ist eine andere. Ein Mensch muss entscheiden, was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>the controller&apos;s next look</source>
        <translation>nächster Blick des Controllers</translation>
    </message>
    <message>
        <source>This controller looks once a tick, so that you can follow it; real controllers watch rather than poll. Applied is not done.</source>
        <translation>Dieser Controller sieht einmal pro Takt hin, damit du ihm folgen kannst; echte Controller beobachten (watch), statt immer wieder nachzufragen. Angewendet heißt nicht fertig.</translation>
    </message>
    <message>
        <source>Stable</source>
        <translation>Stabil</translation>
    </message>
    <message>
        <source>Starting up {0}/{1}</source>
        <translation>Startet {0}/{1}</translation>
    </message>
    <message>
        <source>Rolling out {0}/{1}</source>
        <translation>Wird ausgerollt {0}/{1}</translation>
    </message>
    <message>
        <source>Paused{0&lt;0?| at {0} %}</source>
        <translation>Pausiert{0&lt;0?| bei {0} %}</translation>
    </message>
    <message>
        <source>Waiting for promotion{0&lt;0?| at {0} %}</source>
        <translation>Wartet auf Freigabe{0&lt;0?| bei {0} %}</translation>
    </message>
    <message>
        <source>Analysing{0&lt;0?| at {0} %}</source>
        <translation>Analyse{0&lt;0?| bei {0} %}</translation>
    </message>
    <message>
        <source>Scaling {0}/{1}</source>
        <translation>Skaliert {0}/{1}</translation>
    </message>
    <message>
        <source>Degraded {0}/{1}</source>
        <translation>Beeinträchtigt {0}/{1}</translation>
    </message>
    <message>
        <source>Scaled to 0</source>
        <translation>Auf 0 skaliert</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>RolledBack</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; is being deleted</source>
        <translation>Service „{0}“ wird gelöscht</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; has no version yet</source>
        <translation>Service „{0}“ hat noch keine Version</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; was aborted; retry, undo or apply goes on</source>
        <translation>der Rollout von Service „{0}“ wurde abgebrochen; weiter geht es mit retry, undo oder apply</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; was rolled back; retry, undo or apply goes on</source>
        <translation>der Rollout von Service „{0}“ wurde zurückgerollt; weiter geht es mit retry, undo oder apply</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; has failed; abort, retry, undo or apply goes on</source>
        <translation>der Rollout von Service „{0}“ ist gescheitert; weiter geht es mit abort, retry, undo oder apply</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; has no rollout in progress</source>
        <translation>Service „{0}“ hat keinen laufenden Rollout</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; brings up its first version directly, without steps or waits</source>
        <translation>Service „{0}“ bringt seine erste Version direkt hoch, ohne Schritte oder Warten</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; goes back to its stable version directly, without steps or waits</source>
        <translation>Service „{0}“ geht direkt zu seiner stabilen Version zurück, ohne Schritte oder Warten</translation>
    </message>
    <message>
        <source>{1} has no steps to promote; resume continues a paused rollout</source>
        <translation>{1} hat keine Schritte, die man freigeben könnte; resume setzt einen angehaltenen Rollout fort</translation>
    </message>
    <message>
        <source>all canary steps are done; what is left is that every pod becomes available</source>
        <translation>alle Canary-Schritte sind fertig; es fehlt nur noch, dass jeder Pod verfügbar wird</translation>
    </message>
    <message>
        <source>the new version is not fully available yet; nothing waits for promotion</source>
        <translation>die neue Version ist noch nicht ganz verfügbar; nichts wartet auf Freigabe</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; is paused already; resume continues it</source>
        <translation>der Rollout von Service „{0}“ ist schon angehalten; resume setzt ihn fort</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; waits for promotion; promote continues it</source>
        <translation>der Rollout von Service „{0}“ wartet auf Freigabe; promote setzt ihn fort</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; is not paused by a user</source>
        <translation>der Rollout von Service „{0}“ ist von niemandem angehalten</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; has no stable version to go back to yet</source>
        <translation>Service „{0}“ hat noch keine stabile Version, zu der er zurück könnte</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; is going to its stable version already</source>
        <translation>Service „{0}“ ist schon auf dem Weg zu seiner stabilen Version</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; keeps trying by itself</source>
        <translation>Service „{0}“ versucht es von selbst weiter</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; has no aborted, failed or rolled back rollout to retry</source>
        <translation>Service „{0}“ hat keinen abgebrochenen, gescheiterten oder zurückgerollten Rollout zu wiederholen</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; has no earlier revision that was once stable and has not failed</source>
        <translation>Service „{0}“ hat keine frühere Revision, die einmal stabil war und nicht gescheitert ist</translation>
    </message>
    <message>
        <source>the rollout of service &quot;{0}&quot; is paused; resume it before a restart</source>
        <translation>der Rollout von Service „{0}“ ist angehalten; vor einem Neustart erst resume</translation>
    </message>
    <message>
        <source>unknown action</source>
        <translation>unbekannte Aktion</translation>
    </message>
    <message>
        <source>the text is larger than 1 MiB, the limit: split it into several files</source>
        <translation>der Text ist größer als 1 MiB, die Grenze: teile ihn in mehrere Dateien auf</translation>
    </message>
    <message>
        <source>this is not UTF-8 text: save the file as UTF-8</source>
        <translation>das ist kein Text in UTF-8: speichere die Datei als UTF-8</translation>
    </message>
    <message>
        <source>a control character (code {0}) cannot stand in YAML: remove it, or give a text file</source>
        <translation>ein Steuerzeichen (Code {0}) darf in YAML nicht stehen: entferne es oder gib eine Textdatei an</translation>
    </message>
    <message>
        <source>nested deeper than 64 levels, the limit: flatten the document</source>
        <translation>tiefer als 64 Ebenen verschachtelt, die Grenze: baue das Dokument flacher</translation>
    </message>
    <message>
        <source>more than 10,000 aliases, the limit: write the values out</source>
        <translation>mehr als 10.000 Aliase, die Grenze: schreibe die Werte aus</translation>
    </message>
    <message>
        <source>more than 200,000 values, aliases written out: split the text, or use fewer aliases</source>
        <translation>mehr als 200.000 Werte, Aliase ausgeschrieben: teile den Text auf oder nimm weniger Aliase</translation>
    </message>
    <message>
        <source>the document has already ended: indent this, or begin another with &apos;---&apos;</source>
        <translation>das Dokument ist schon zu Ende: rücke das hier ein oder beginne mit „---“ ein weiteres</translation>
    </message>
    <message>
        <source>an alias stands inside the value it names: write the value out</source>
        <translation>ein Alias steht in dem Wert, den er nennt: schreibe den Wert aus</translation>
    </message>
    <message>
        <source>tags (&apos;!...&apos;) are not supported: write the value without it, or quote the text</source>
        <translation>Tags („!...“) gibt es hier nicht: schreibe den Wert ohne Tag oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>the quoted text that begins here is not closed: add the missing quote</source>
        <translation>der Text in Anführungszeichen, der hier beginnt, ist nicht geschlossen: ergänze das fehlende Anführungszeichen</translation>
    </message>
    <message>
        <source>a tab indents this line: use spaces</source>
        <translation>ein Tabulator rückt diese Zeile ein: nimm Leerzeichen</translation>
    </message>
    <message>
        <source>a tab cannot begin a value or indent a line: use spaces</source>
        <translation>ein Tabulator darf keinen Wert beginnen und keine Zeile einrücken: nimm Leerzeichen</translation>
    </message>
    <message>
        <source>a value cannot begin with &apos;{0}&apos;: quote the text</source>
        <translation>ein Wert darf nicht mit „{0}“ beginnen: setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>&apos;{&apos; is not closed: add the missing &apos;}&apos;, or a &apos;,&apos; between the fields</source>
        <translation>„{“ ist nicht geschlossen: ergänze das fehlende „}“ oder ein „,“ zwischen den Feldern</translation>
    </message>
    <message>
        <source>a field is expected here: write &apos;name: value&apos;, as far indented as the fields before it</source>
        <translation>hier wird ein Feld erwartet: schreibe „name: wert“, so weit eingerückt wie die Felder davor</translation>
    </message>
    <message>
        <source>&apos;[&apos; is not closed: add the missing &apos;]&apos;, or a &apos;,&apos; between the entries</source>
        <translation>„[“ ist nicht geschlossen: ergänze das fehlende „]“ oder ein „,“ zwischen den Einträgen</translation>
    </message>
    <message>
        <source>a list entry is expected here: write &apos;- value&apos;, as far indented as the ones before it</source>
        <translation>hier wird ein Eintrag der Liste erwartet: schreibe „- wert“, so weit eingerückt wie die Einträge davor</translation>
    </message>
    <message>
        <source>the text ends inside quotes: add the missing quote</source>
        <translation>der Text endet innerhalb von Anführungszeichen: ergänze das fehlende Anführungszeichen</translation>
    </message>
    <message>
        <source>&apos;---&apos; or &apos;...&apos; stands inside a quoted text: close the quotes first</source>
        <translation>„---“ oder „...“ steht in einem Text in Anführungszeichen: schließe sie zuerst</translation>
    </message>
    <message>
        <source>a closing bracket without its opening one: remove it, or quote the text</source>
        <translation>eine schließende Klammer ohne ihre öffnende: entferne sie oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list entry cannot start here: put &apos;- &apos; on a line of its own, indented with spaces</source>
        <translation>hier darf kein Eintrag einer Liste beginnen: schreibe „- “ in eine eigene Zeile, mit Leerzeichen eingerückt</translation>
    </message>
    <message>
        <source>a field cannot start here: put it on a line of its own, or quote the text</source>
        <translation>hier darf kein Feld beginnen: schreibe es in eine eigene Zeile oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;: &apos; cannot stand here: check the indentation, or quote the text that holds it</source>
        <translation>hier darf kein „: “ stehen: prüfe die Einrückung oder setze den Text mit dem Doppelpunkt in Anführungszeichen</translation>
    </message>
    <message>
        <source>an alias without its anchor: define it earlier with &apos;&amp;&apos;, or quote the text</source>
        <translation>ein Alias ohne seinen Anker: setze ihn weiter oben mit „&amp;“ oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;*&apos; begins an alias: name an anchor, or quote the text</source>
        <translation>ein „*“ beginnt einen Alias: nenne einen Anker oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &apos;&amp;&apos; begins an anchor: name it, or quote the text</source>
        <translation>ein „&amp;“ beginnt einen Anker: gib ihm einen Namen oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>an alias has letters, digits, &apos;-&apos; and &apos;_&apos; only: rename it, or quote the text</source>
        <translation>ein Alias besteht nur aus Buchstaben, Ziffern, „-“ und „_“: benenne ihn um oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>an anchor has letters, digits, &apos;-&apos; and &apos;_&apos; only: rename it, or quote the text</source>
        <translation>ein Anker besteht nur aus Buchstaben, Ziffern, „-“ und „_“: benenne ihn um oder setze den Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>an unknown escape in double quotes: write &apos;\\&apos; for a backslash, or use single quotes</source>
        <translation>ein unbekanntes Zeichen hinter „\“ in doppelten Anführungszeichen: schreibe „\\“ für einen umgekehrten Schrägstrich oder nimm einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>an escape in double quotes needs hexadecimal digits: complete it, or use single quotes</source>
        <translation>einer Zeichennummer hinter „\“ in doppelten Anführungszeichen fehlen hexadezimale Ziffern: vervollständige sie oder nimm einfache Anführungszeichen</translation>
    </message>
    <message>
        <source>an escape in double quotes is no Unicode character: correct it</source>
        <translation>eine Zeichennummer hinter „\“ in doppelten Anführungszeichen ist kein Zeichen von Unicode: berichtige sie</translation>
    </message>
    <message>
        <source>only an indicator and a comment may follow &apos;|&apos; or &apos;&gt;&apos;: start the text on the next line</source>
        <translation>hinter „|“ oder „&gt;“ darf nur ein Zusatz und ein Kommentar stehen: beginne den Text in der nächsten Zeile</translation>
    </message>
    <message>
        <source>a block text cannot be indented by 0: remove the 0</source>
        <translation>ein Textblock lässt sich nicht um 0 einrücken: entferne die 0</translation>
    </message>
    <message>
        <source>a value has two tags: remove them</source>
        <translation>ein Wert hat zwei Tags: entferne sie</translation>
    </message>
    <message>
        <source>a value has two anchors: keep one</source>
        <translation>ein Wert hat zwei Anker: behalte einen</translation>
    </message>
    <message>
        <source>this is not YAML ({0}): correct it here or just before</source>
        <translation>das ist kein YAML ({0}): berichtige es hier oder kurz davor</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a mapping</source>
        <translation>ein Mapping</translation>
    </message>
    <message>
        <source>{0} must be {1}, not {2}</source>
        <translation>{0} muss {1} sein, nicht {2}</translation>
    </message>
    <message>
        <source>{0} must be {1}, not {2}: did you mean {3}?</source>
        <translation>{0} muss {1} sein, nicht {2}: meinst du {3}?</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1}</source>
        <translation>eine ganze Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1} without quotes</source>
        <translation>eine ganze Zahl von {0} bis {1} ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1} in plain decimal digits</source>
        <translation>eine ganze Zahl von {0} bis {1} in einfachen Dezimalziffern</translation>
    </message>
    <message>
        <source>a number from {0} to {1}</source>
        <translation>eine Zahl von {0} bis {1}</translation>
    </message>
    <message>
        <source>a number from {0} to {1} without quotes</source>
        <translation>eine Zahl von {0} bis {1} ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>a number from {0} to {1} in plain decimal digits</source>
        <translation>eine Zahl von {0} bis {1} in einfachen Dezimalziffern</translation>
    </message>
    <message>
        <source>a number from {0} to {1} with at most three decimals</source>
        <translation>eine Zahl von {0} bis {1} mit höchstens drei Stellen hinter dem Punkt</translation>
    </message>
    <message>
        <source>a duration such as 30s</source>
        <translation>eine Dauer wie 30s</translation>
    </message>
    <message>
        <source>at least {0}s</source>
        <translation>mindestens {0}s</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>true or false without quotes</source>
        <translation>true oder false ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>a count from 0 to 1000000 or a percentage from 0% to 100%</source>
        <translation>eine Anzahl von 0 bis 1000000 oder ein Prozentsatz von 0% bis 100%</translation>
    </message>
    <message>
        <source>a count from 0 to 1000000 or a percentage from 0% to 100% (a count without quotes)</source>
        <translation>eine Anzahl von 0 bis 1000000 oder ein Prozentsatz von 0% bis 100% (eine Anzahl ohne Anführungszeichen)</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>eines von {0}</translation>
    </message>
    <message>
        <source>a mapping (lines of &apos;name: value&apos; below it)</source>
        <translation>ein Mapping (Zeilen mit „name: wert“ darunter)</translation>
    </message>
    <message>
        <source>a list (lines that begin with &apos;- &apos;)</source>
        <translation>eine Liste (Zeilen, die mit „- “ beginnen)</translation>
    </message>
    <message>
        <source>{0} must be a text, not {1}</source>
        <translation>{0} muss ein Text sein, nicht {1}</translation>
    </message>
    <message>
        <source>{0} must be a text, not {1}: quote it, &quot;{2}&quot;</source>
        <translation>{0} muss ein Text sein, nicht {1}: setze ihn in Anführungszeichen, &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>must be a mapping (lines of &apos;name: value&apos;), not {0}</source>
        <translation>muss ein Mapping sein (Zeilen mit „name: wert“), nicht {0}</translation>
    </message>
    <message>
        <source>a field&apos;s name must be a plain word, not {0}</source>
        <translation>der Name eines Feldes muss ein einfaches Wort sein, nicht {0}</translation>
    </message>
    <message>
        <source>field &quot;{0}&quot; stands twice (first at line {1}): keep one</source>
        <translation>das Feld „{0}“ steht zweimal da (zuerst in Zeile {1}): behalte eines</translation>
    </message>
    <message>
        <source>{0} is missing: {1}</source>
        <translation>{0} fehlt: {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>unknown field &quot;{0}&quot;: {1}</source>
        <translation>unbekanntes Feld „{0}“: {1}</translation>
    </message>
    <message>
        <source>unknown field &quot;{0}&quot;: did you mean {1}?</source>
        <translation>unbekanntes Feld „{0}“: meinst du {1}?</translation>
    </message>
    <message>
        <source>unknown field &quot;{0}&quot;: known here are {1}</source>
        <translation>unbekanntes Feld „{0}“: hier gibt es {1}</translation>
    </message>
    <message>
        <source>write {0}</source>
        <translation>schreibe {0}</translation>
    </message>
    <message>
        <source>image, env and probes stand directly in spec</source>
        <translation>image, env und Probes stehen direkt in spec</translation>
    </message>
    <message>
        <source>pods belong to the service by its name; leave it out</source>
        <translation>Pods gehören durch seinen Namen zum Service; lass es weg</translation>
    </message>
    <message>
        <source>leave it out: a service is known by its metadata.name</source>
        <translation>lass es weg: ein Service ist durch sein metadata.name bekannt</translation>
    </message>
    <message>
        <source>leave it out: there is one Grid</source>
        <translation>lass es weg: es gibt nur ein Grid</translation>
    </message>
    <message>
        <source>leave it out: simulated probes need no port</source>
        <translation>lass es weg: simulierte Probes brauchen keinen Port</translation>
    </message>
    <message>
        <source>leave it out: simulated probes need no scheme</source>
        <translation>lass es weg: simulierte Probes brauchen kein Schema</translation>
    </message>
    <message>
        <source>merge keys are not supported; write the fields out</source>
        <translation>Merge-Schlüssel gibt es hier nicht; schreibe die Felder aus</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} oder {1}</translation>
    </message>
    <message>
        <source>--set {0}={1}: {2}</source>
        <translation>--set {0}={1}: {2}</translation>
    </message>
    <message>
        <source>and {0} more: mend these first, then check again</source>
        <translation>und {0} weitere: behebe erst die genannten und prüfe dann noch einmal</translation>
    </message>
    <message>
        <source>{0}: error: {1}</source>
        <translation>{0}: Fehler: {1}</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is a duration without a unit: write {0}s</source>
        <translation>„{0}“ ist eine Dauer ohne Einheit: schreibe {0}s</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is negative: a duration is 0s or more</source>
        <translation>„{0}“ ist negativ: eine Dauer ist 0s oder mehr</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no duration: write a number with ms, s, m or h, such as 500ms, 2.5s or 10m</source>
        <translation>„{0}“ ist keine Dauer: schreibe eine Zahl mit ms, s, m oder h, zum Beispiel 500ms, 2.5s oder 10m</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is too long: at most 10000h</source>
        <translation>„{0}“ ist zu lang: höchstens 10000h</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is finer than a millisecond: round it</source>
        <translation>„{0}“ ist feiner als eine Millisekunde: runde</translation>
    </message>
    <message>
        <source>there is no document: begin with &apos;apiVersion: v1&apos; and &apos;kind: Service&apos;, as in examples/api-v1.yaml</source>
        <translation>es ist kein Dokument da: beginne mit „apiVersion: v1“ und „kind: Service“, wie in examples/api-v1.yaml</translation>
    </message>
    <message>
        <source>a manifest must be a mapping that begins with &apos;apiVersion: v1&apos; and &apos;kind: Service&apos;, not {0}</source>
        <translation>ein Manifest muss ein Mapping sein, das mit „apiVersion: v1“ und „kind: Service“ beginnt, nicht {0}</translation>
    </message>
    <message>
        <source>write kind: Service</source>
        <translation>schreibe kind: Service</translation>
    </message>
    <message>
        <source>kind must be Service, not {0}</source>
        <translation>kind muss Service sein, nicht {0}</translation>
    </message>
    <message>
        <source>kind must be Service, not {0}: did you mean Service?</source>
        <translation>kind muss Service sein, nicht {0}: meinst du Service?</translation>
    </message>
    <message>
        <source>a Scenario cannot stand here: give it as a file of its own</source>
        <translation>ein Szenario darf hier nicht stehen: gib es als eigene Datei an</translation>
    </message>
    <message>
        <source>write apiVersion: v1</source>
        <translation>schreibe apiVersion: v1</translation>
    </message>
    <message>
        <source>add metadata with a name</source>
        <translation>ergänze metadata mit einem name</translation>
    </message>
    <message>
        <source>name the service, for example name: api</source>
        <translation>nenne den Service, zum Beispiel name: api</translation>
    </message>
    <message>
        <source>name must have lower-case letters, digits and &apos;-&apos; only, begin and end with a letter or digit, and be 1 to 63 long, not &quot;{0}&quot;</source>
        <translation>name darf nur Kleinbuchstaben, Ziffern und „-“ haben, muss mit einem Buchstaben oder einer Ziffer beginnen und enden und 1 bis 63 Zeichen lang sein, nicht „{0}“</translation>
    </message>
    <message>
        <source>service &quot;{0}&quot; stands twice in one apply (first at line {1}): keep one, or rename it</source>
        <translation>der Service „{0}“ kommt zweimal vor (zuerst in Zeile {1}): behalte einen oder benenne ihn um</translation>
    </message>
    <message>
        <source>image is empty: name one, for example local://demo@v1</source>
        <translation>image ist leer: nenne eines, zum Beispiel local://demo@v1</translation>
    </message>
    <message>
        <source>image is longer than 1024 characters: shorten it</source>
        <translation>image ist länger als 1024 Zeichen: kürze es</translation>
    </message>
    <message>
        <source>image must have no blanks or control characters, not &quot;{0}&quot;</source>
        <translation>image darf keine Leerzeichen und keine Steuerzeichen haben, nicht „{0}“</translation>
    </message>
    <message>
        <source>image ends with &apos;@&apos;: write the digest behind it, for example local://demo@v1</source>
        <translation>image endet mit „@“: schreibe den Digest dahinter, zum Beispiel local://demo@v1</translation>
    </message>
    <message>
        <source>name the variable, for example name: HEALTHY</source>
        <translation>nenne die Variable, zum Beispiel name: HEALTHY</translation>
    </message>
    <message>
        <source>name must have letters, digits, &apos;_&apos;, &apos;-&apos; and &apos;.&apos; only and not begin with a digit, not &quot;{0}&quot;</source>
        <translation>name darf nur Buchstaben, Ziffern, „_“, „-“ und „.“ haben und nicht mit einer Ziffer beginnen, nicht „{0}“</translation>
    </message>
    <message>
        <source>env name &quot;{0}&quot; stands twice (first at line {1}): keep one</source>
        <translation>der Name „{0}“ steht zweimal in env (zuerst in Zeile {1}): behalte einen</translation>
    </message>
    <message>
        <source>path is empty: write a path such as /healthz, or leave it out</source>
        <translation>path ist leer: schreibe einen Pfad wie /healthz oder lass es weg</translation>
    </message>
    <message>
        <source>successThreshold of a {0} must be 1, not {1}: leave it out</source>
        <translation>successThreshold einer {0} muss 1 sein, nicht {1}: lass es weg</translation>
    </message>
    <message>
        <source>pause and pauseSeconds stand together: keep pause: manual, or the seconds</source>
        <translation>pause und pauseSeconds stehen zusammen da: behalte pause: manual oder die Sekunden</translation>
    </message>
    <message>
        <source>pause must be manual, not {0}: for a time write pauseSeconds</source>
        <translation>pause muss manual sein, nicht {0}: für eine Zeit schreibe pauseSeconds</translation>
    </message>
    <message>
        <source>steps is empty: write at least one step such as percent: 25, or leave steps out</source>
        <translation>steps ist leer: schreibe mindestens einen Schritt wie percent: 25 oder lass steps weg</translation>
    </message>
    <message>
        <source>write the share of pods, for example percent: 25</source>
        <translation>schreibe den Anteil der Pods, zum Beispiel percent: 25</translation>
    </message>
    <message>
        <source>maxSurge and maxUnavailable are both 0, so no pod could be replaced: set one of them to 1 or more</source>
        <translation>maxSurge und maxUnavailable sind beide 0, also könnte kein Pod ersetzt werden: setze eines davon auf 1 oder mehr</translation>
    </message>
    <message>
        <source>maxSurge and maxUnavailable are both 0 (one of them by default), so no pod could be replaced: set one of them to 1 or more</source>
        <translation>maxSurge und maxUnavailable sind beide 0 (eines davon von vornherein), also könnte kein Pod ersetzt werden: setze eines davon auf 1 oder mehr</translation>
    </message>
    <message>
        <source>min ({0}) is above max ({1}): raise max to at least min</source>
        <translation>min ({0}) ist größer als max ({1}): erhöhe max mindestens auf min</translation>
    </message>
    <message>
        <source>min ({0}) is above max ({1} by default): raise max to at least min</source>
        <translation>min ({0}) ist größer als max (von vornherein {1}): erhöhe max mindestens auf min</translation>
    </message>
    <message>
        <source>scaleDownStabilizationSeconds and behavior stand together: write behavior.scaleDown.stabilizationWindowSeconds instead</source>
        <translation>scaleDownStabilizationSeconds und behavior stehen zusammen da: schreibe stattdessen behavior.scaleDown.stabilizationWindowSeconds</translation>
    </message>
    <message>
        <source>policies is empty: write at least one, or leave it out for the defaults of autoscaling/v2</source>
        <translation>policies ist leer: schreibe mindestens eine oder lass es weg, dann gilt, was autoscaling/v2 vorgibt</translation>
    </message>
    <message>
        <source>write Pods or Percent</source>
        <translation>schreibe Pods oder Percent</translation>
    </message>
    <message>
        <source>write how much may change in one period, for example value: 4</source>
        <translation>schreibe, wie viel sich in einem Zeitabschnitt ändern darf, zum Beispiel value: 4</translation>
    </message>
    <message>
        <source>write the period the value stands for, for example periodSeconds: 15</source>
        <translation>schreibe den Zeitabschnitt, für den der Wert gilt, zum Beispiel periodSeconds: 15</translation>
    </message>
    <message>
        <source>the path is malformed: write it like spec.rollout.maxSurge or spec.env[0].value</source>
        <translation>der Pfad ist falsch geschrieben: schreibe ihn wie spec.rollout.maxSurge oder spec.env[0].value</translation>
    </message>
    <message>
        <source>there is no field {0} here: the manifest has no mapping at this place</source>
        <translation>ein Feld {0} gibt es hier nicht: das Manifest hat an dieser Stelle kein Mapping</translation>
    </message>
    <message>
        <source>the manifest has no list at this place: leave the [index] out</source>
        <translation>das Manifest hat an dieser Stelle keine Liste: lass den [Index] weg</translation>
    </message>
    <message>
        <source>the list has {0} entries: the next index is [{0}]</source>
        <translation>die Liste hat {0} Einträge: der nächste Index ist [{0}]</translation>
    </message>
    <message>
        <source>the value cannot be read: {0}</source>
        <translation>der Wert ist nicht lesbar: {0}</translation>
    </message>
    <message>
        <source>the value cannot be read: it must be one value</source>
        <translation>der Wert ist nicht lesbar: es muss ein einziger Wert sein</translation>
    </message>
    <message>
        <source>there is no document: begin with &apos;apiVersion: perfect.system/v1&apos; and &apos;kind: Scenario&apos;</source>
        <translation>es ist kein Dokument da: beginne mit „apiVersion: perfect.system/v1“ und „kind: Scenario“</translation>
    </message>
    <message>
        <source>a scenario must be a mapping that begins with &apos;apiVersion: perfect.system/v1&apos; and &apos;kind: Scenario&apos;, not {0}</source>
        <translation>ein Szenario muss ein Mapping sein, das mit „apiVersion: perfect.system/v1“ und „kind: Scenario“ beginnt, nicht {0}</translation>
    </message>
    <message>
        <source>write apiVersion: perfect.system/v1</source>
        <translation>schreibe apiVersion: perfect.system/v1</translation>
    </message>
    <message>
        <source>write kind: Scenario</source>
        <translation>schreibe kind: Scenario</translation>
    </message>
    <message>
        <source>a scenario stands alone in its file: move this document to a file of its own</source>
        <translation>ein Szenario steht allein in seiner Datei: verschiebe dieses Dokument in eine eigene Datei</translation>
    </message>
    <message>
        <source>add spec with steps</source>
        <translation>ergänze spec mit steps</translation>
    </message>
    <message>
        <source>seed must be a whole number from 0 to 18446744073709551615, not {0}</source>
        <translation>seed muss eine ganze Zahl von 0 bis 18446744073709551615 sein, nicht {0}</translation>
    </message>
    <message>
        <source>write at least one step</source>
        <translation>schreibe mindestens einen Schritt</translation>
    </message>
    <message>
        <source>steps is empty: write at least one step</source>
        <translation>steps ist leer: schreibe mindestens einen Schritt</translation>
    </message>
    <message>
        <source>this step does nothing: write what it says or does, for example say, apply, until or expect</source>
        <translation>dieser Schritt tut nichts: schreibe, was er sagt oder tut, zum Beispiel say, apply, until oder expect</translation>
    </message>
    <message>
        <source>a step does one thing, and this one has {0} and {1}: make two steps of it</source>
        <translation>ein Schritt tut eine Sache, und dieser hat {0} und {1}: mache zwei Schritte daraus</translation>
    </message>
    <message>
        <source>{0} is empty: write its fields behind it, for example {service: api}</source>
        <translation>{0} ist leer: schreibe seine Felder dahinter, zum Beispiel {service: api}</translation>
    </message>
    <message>
        <source>name the service, for example service: api</source>
        <translation>nenne den Service, zum Beispiel service: api</translation>
    </message>
    <message>
        <source>{0} and {1} stand together: keep one of them</source>
        <translation>{0} und {1} stehen zusammen da: behalte eines davon</translation>
    </message>
    <message>
        <source>one of {0} is missing: write it</source>
        <translation>eines von {0} fehlt: schreibe es</translation>
    </message>
    <message>
        <source>apply is empty: name a file, or let a manifest stand here</source>
        <translation>apply ist leer: nenne eine Datei oder schreibe hier ein Manifest</translation>
    </message>
    <message>
        <source>there is no manifest in the list: add one, or remove the step</source>
        <translation>in der Liste steht kein Manifest: ergänze eines oder entferne den Schritt</translation>
    </message>
    <message>
        <source>the steps apply more than 20,000 services in all: apply fewer</source>
        <translation>die Schritte wenden zusammen mehr als 20.000 Services an: wende weniger an</translation>
    </message>
    <message>
        <source>{0}: correct the path (relative to the scenario&apos;s file)</source>
        <translation>{0}: berichtige den Pfad (relativ zur Datei des Szenarios)</translation>
    </message>
    <message>
        <source>{0} must take at least one pod: write 1 or more</source>
        <translation>{0} muss mindestens einen Pod nehmen: schreibe 1 oder mehr</translation>
    </message>
    <message>
        <source>chaos must be stop, or a mapping such as {service: api, every: 10s, kill: 1}, not {0}</source>
        <translation>chaos muss stop sein oder ein Mapping wie {service: api, every: 10s, kill: 1}, nicht {0}</translation>
    </message>
    <message>
        <source>write the time between two blows, for example every: 10s</source>
        <translation>schreibe die Zeit zwischen zwei Schlägen, zum Beispiel every: 10s</translation>
    </message>
    <message>
        <source>write constant, ramp, sine or spike</source>
        <translation>schreibe constant, ramp, sine oder spike</translation>
    </message>
    <message>
        <source>write the load it goes to, in percent of one pod</source>
        <translation>schreibe die Last, zu der es geht, in Prozent eines Pods</translation>
    </message>
    <message>
        <source>name the image, for example image: local://demo@v2</source>
        <translation>nenne das Image, zum Beispiel image: local://demo@v2</translation>
    </message>
    <message>
        <source>write promote, promoteFull, pause, resume, abort, retry, undo or restart</source>
        <translation>schreibe promote, promoteFull, pause, resume, abort, retry, undo oder restart</translation>
    </message>
    <message>
        <source>tick is empty: write the reconcile period, for example tick: 500ms</source>
        <translation>tick ist leer: schreibe den Takt des Controllers, zum Beispiel tick: 500ms</translation>
    </message>
    <message>
        <source>tick must be from 10ms to 60s, not {0}s</source>
        <translation>tick muss zwischen 10ms und 60s liegen, nicht bei {0}s</translation>
    </message>
    <message>
        <source>{0} must be at most 24h: that is a long time to keep an alert back</source>
        <translation>{0} darf höchstens 24h sein: so lange sollte niemand einen Alarm zurückhalten</translation>
    </message>
    <message>
        <source>one of downConfirm, upConfirm, cooldown or startupGrace is missing: write it</source>
        <translation>eines von downConfirm, upConfirm, cooldown oder startupGrace fehlt: schreibe es</translation>
    </message>
    <message>
        <source>write the seq of the alert&apos;s event</source>
        <translation>schreibe die Nummer (seq) des Alarmereignisses</translation>
    </message>
    <message>
        <source>write sent, deferred or failed</source>
        <translation>schreibe sent, deferred oder failed</translation>
    </message>
    <message>
        <source>event must be the reason code of an event, not &quot;{0}&quot;: for example Ready, BackOff or TrafficSwitched</source>
        <translation>event muss der Code eines Ereignisses sein, nicht „{0}“: zum Beispiel Ready, BackOff oder TrafficSwitched</translation>
    </message>
    <message>
        <source>event must be the reason code of an event, not &quot;{0}&quot;: did you mean {1}?</source>
        <translation>event muss der Code eines Ereignisses sein, nicht „{0}“: meinst du {1}?</translation>
    </message>
    <message>
        <source>a condition must compare something: write ready, serving, replicas, version, status, event, restarts or mails beside the service</source>
        <translation>eine Bedingung muss etwas vergleichen: schreibe neben service auch ready, serving, replicas, version, status, event, restarts oder mails</translation>
    </message>
    <message>
        <source>name the service that is compared, for example service: api</source>
        <translation>nenne den Service, der verglichen wird, zum Beispiel service: api</translation>
    </message>
    <message>
        <source>minReady looks back, so waiting for it is no use: write it in an expect, or wait for ready</source>
        <translation>minReady blickt zurück, darauf zu warten nützt nichts: schreibe es in ein expect oder warte auf ready</translation>
    </message>
    <message>
        <source>write what is asked</source>
        <translation>schreibe, was gefragt wird</translation>
    </message>
    <message>
        <source>write the answers to choose from, for example [yes, no]</source>
        <translation>schreibe die Antworten zur Auswahl, zum Beispiel [yes, no]</translation>
    </message>
    <message>
        <source>a choice must be a text, not {0}</source>
        <translation>eine Antwort zur Auswahl muss ein Text sein, nicht {0}</translation>
    </message>
    <message>
        <source>choices must have at least two answers: add one</source>
        <translation>choices muss mindestens zwei Antworten haben: ergänze eine</translation>
    </message>
    <message>
        <source>write which of the choices is right</source>
        <translation>schreibe, welche der Antworten richtig ist</translation>
    </message>
    <message>
        <source>answer &quot;{0}&quot; is none of the choices: write one of them</source>
        <translation>die Antwort „{0}“ ist keine von choices: schreibe eine davon</translation>
    </message>
    <message>
        <source>{0}: error: cannot be read: {1}</source>
        <translation>{0}: Fehler: nicht lesbar: {1}</translation>
    </message>
    <message>
        <source>it is a directory; name a file in it</source>
        <translation>das ist ein Verzeichnis; nenne eine Datei darin</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>{0}:1:1: error: the file is larger than 1 MiB; split it into several files</source>
        <translation>{0}:1:1: Fehler: die Datei ist größer als 1 MiB; teile sie in mehrere Dateien auf</translation>
    </message>
    <message>
        <source>at most {0} characters, none of them a control character</source>
        <translation>höchstens {0} Zeichen, keines davon ein Steuerzeichen</translation>
    </message>
    <message>
        <source>a host name or an IP address alone, such as smtp.example.org; the port is SMTP_PORT&apos;s</source>
        <translation>ein Hostname oder eine IP-Adresse allein, etwa smtp.example.org; der Port steht in SMTP_PORT</translation>
    </message>
    <message>
        <source>a port from 1 to 65535, such as 587</source>
        <translation>ein Port von 1 bis 65535, etwa 587</translation>
    </message>
    <message>
        <source>an address, or Name &lt;address&gt;, such as Grid &lt;grid@example.org&gt;</source>
        <translation>eine Adresse oder Name &lt;Adresse&gt;, etwa Grid &lt;grid@example.org&gt;</translation>
    </message>
    <message>
        <source>addresses with commas between them, such as a@example.org,b@example.org (not &quot;{0}&quot;)</source>
        <translation>Adressen mit Kommas dazwischen, etwa a@example.org,b@example.org (nicht „{0}“)</translation>
    </message>
    <message>
        <source>1 to {0} addresses with commas between them</source>
        <translation>1 bis {0} Adressen mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>an http or https address without a password in it, such as https://grid.example.org/</source>
        <translation>eine Adresse mit http oder https und ohne Passwort darin, etwa https://grid.example.org/</translation>
    </message>
    <message>
        <source>a whole number of milliseconds from {0} to {1}</source>
        <translation>eine ganze Zahl von Millisekunden von {0} bis {1}</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is not good; expected {1}</source>
        <translation>„{0}“ passt nicht; erwartet: {1}</translation>
    </message>
    <message>
        <source>the given one is not good; expected {0}</source>
        <translation>das angegebene passt nicht; erwartet: {0}</translation>
    </message>
    <message>
        <source>is missing beside {0}; set both, or neither</source>
        <translation>fehlt neben {0}; gib beide an oder keines</translation>
    </message>
    <message>
        <source>SMTP_CA_FILE: {0} cannot be read: {1}</source>
        <translation>SMTP_CA_FILE: {0} ist nicht lesbar: {1}</translation>
    </message>
    <message>
        <source>TLS from the start</source>
        <translation>TLS von Anfang an</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{0} through {1} port {2} ({3})</source>
        <translation>{0} über {1}, Port {2} ({3})</translation>
    </message>
</context>
</TS>
