<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What Play Demo and the lessons say (resources/demo, examples/lessons), in the order of their steps; a text that
     several of them have stands once. No lupdate reads them: the test desktop.wording names what is missing here or
     is not said any more. -->
<TS version="2.1" language="de">
<context>
    <name>show</name>
    <!-- play-demo.yaml -->
    <message>
        <source>Play Demo: declare, roll out, break, heal</source>
        <translation>Demo: erklären, ausrollen, kaputt machen, heilen</translation>
    </message>
    <message>
        <source>You declare what you want: 4 pods of api, version v1. A pod is one running copy of a program. The controller makes them.</source>
        <translation>Du erklärst, was du willst: 4 Pods von api, Version v1. Ein Pod ist eine laufende Kopie eines Programms. Der Controller macht sie.</translation>
    </message>
    <message>
        <source>the top sector</source>
        <translation>das obere Feld</translation>
    </message>
    <message>
        <source>api is ready: 4 of 4. Two more services join it: web and cart.</source>
        <translation>api ist bereit: 4 von 4. Zwei weitere Services kommen dazu: web und cart.</translation>
    </message>
    <message>
        <source>the two new sectors</source>
        <translation>die zwei neuen Felder</translation>
    </message>
    <message>
        <source>A new version, by blue/green: v2 starts as a full second set beside v1. v1 serves until all of v2 is ready.</source>
        <translation>Eine neue Version, mit Blue/Green: v2 startet als voller zweiter Satz neben v1. v1 bedient, bis ganz v2 bereit ist.</translation>
    </message>
    <message>
        <source>the top sector, 4 new pods</source>
        <translation>das obere Feld, 4 neue Pods</translation>
    </message>
    <message>
        <source>In one step all traffic goes from v1 to v2. v1 stays ready for a few seconds, so going back would be instant.</source>
        <translation>In einem Schritt wechseln alle Anfragen von v1 zu v2. v1 bleibt noch einige Sekunden bereit, damit es sofort zurückginge.</translation>
    </message>
    <message>
        <source>the lit pods in the top sector</source>
        <translation>die beleuchteten Pods im oberen Feld</translation>
    </message>
    <message>
        <source>v1 is not needed any more and stops. Next comes v3 as a canary: a small trial first. 25 % of 4 pods is 1.</source>
        <translation>v1 wird nicht mehr gebraucht und endet. Als Nächstes kommt v3 als Canary: erst ein kleiner Versuch. 25 % von 4 Pods ist 1.</translation>
    </message>
    <message>
        <source>the top sector, the first v3 pod</source>
        <translation>das obere Feld, der erste Pod mit v3</translation>
    </message>
    <message>
        <source>25 %: 1 of 4 pods runs v3, 3 run v2. For 4 seconds there is time to look. A mistake would hit few users.</source>
        <translation>25 %: 1 von 4 Pods läuft mit v3, 3 mit v2. 4 Sekunden lang ist Zeit zum Hinsehen. Ein Fehler träfe wenige Nutzer.</translation>
    </message>
    <message>
        <source>The trial goes well, so 50 %: a second v3 pod starts. Only when it is ready does a v2 pod stop.</source>
        <translation>Es geht gut, also 50 %: ein zweiter Pod mit v3 startet. Erst wenn er bereit ist, endet einer mit v2.</translation>
    </message>
    <message>
        <source>the top sector, the second v3 pod</source>
        <translation>das obere Feld, der zweite Pod mit v3</translation>
    </message>
    <message>
        <source>Half of api runs v3: 2 of 4. Both versions serve, and 4 of 4 are ready.</source>
        <translation>Die Hälfte von api läuft mit v3: 2 von 4. Beide Versionen bedienen, und 4 von 4 sind bereit.</translation>
    </message>
    <message>
        <source>The last step, 100 %: v3 takes over and v2 goes. At every moment at least 4 pods were ready.</source>
        <translation>Der letzte Schritt, 100 %: v3 übernimmt, und v2 geht. In jedem Augenblick waren mindestens 4 Pods bereit.</translation>
    </message>
    <message>
        <source>Chaos kills 2 pods of api. The controller sees that 2 of 4 are missing and makes 2 new ones, with new names.</source>
        <translation>Chaos tötet 2 Pods von api. Der Controller sieht, dass 2 von 4 fehlen, und macht 2 neue, mit neuen Namen.</translation>
    </message>
    <message>
        <source>Healed: 4 of 4. Now many customers come to cart. Its 2 pods are too busy, so the autoscaler adds 2 more.</source>
        <translation>Geheilt: 4 von 4. Jetzt kommen viele Kunden zu cart. Seine 2 Pods haben zu viel zu tun, also gibt der Autoscaler 2 dazu.</translation>
    </message>
    <message>
        <source>the bottom sector, and the CPU chart</source>
        <translation>das untere Feld, und das CPU-Diagramm</translation>
    </message>
    <message>
        <source>4 pods share the load now: 60 % each instead of 120 %. That is the target, so the autoscaler keeps 4.</source>
        <translation>Jetzt teilen sich 4 Pods die Last: je 60 % statt 120 %. Das ist das Ziel, also bleibt der Autoscaler bei 4.</translation>
    </message>
    <message>
        <source>The customers leave. cart keeps its 4 pods for now: the autoscaler waits 10 s, so that a short lull costs nothing.</source>
        <translation>Die Kunden gehen. cart behält vorerst 4 Pods: der Autoscaler wartet 10 s, damit eine kurze Flaute nichts kostet.</translation>
    </message>
    <message>
        <source>the bottom sector, and &quot;coming up&quot;</source>
        <translation>das untere Feld, und „Demnächst“</translation>
    </message>
    <message>
        <source>Meanwhile one pod of web hangs. Its liveness probe asks: are you alive? No answer, so its container is restarted.</source>
        <translation>Inzwischen hängt ein Pod von web. Seine Liveness-Probe fragt: lebst du? Keine Antwort, also wird sein Container neu gestartet.</translation>
    </message>
    <message>
        <source>the middle sector</source>
        <translation>das mittlere Feld</translation>
    </message>
    <message>
        <source>The fault is still there, so it fails again. Now it waits 4 s before its next restart: back-off. Same pod, same name.</source>
        <translation>Der Fehler ist noch da, der Pod scheitert wieder. Jetzt wartet er 4 s vor dem nächsten Neustart: Back-off. Gleicher Pod, gleicher Name.</translation>
    </message>
    <message>
        <source>the middle sector, the red pod and its countdown</source>
        <translation>der rote Pod in der Mitte mit Countdown</translation>
    </message>
    <message>
        <source>The cause is mended and the wait is over: the container starts again. Running is not ready: its probe must succeed first.</source>
        <translation>Die Ursache ist behoben, die Wartezeit vorbei: der Container startet wieder. Läuft heißt nicht bereit: erst muss seine Probe gelingen.</translation>
    </message>
    <message>
        <source>cart has given back 2 pods, web is healed, api runs v3. Actual is what desired asks for, and the controller keeps watch.</source>
        <translation>cart hat 2 Pods zurückgegeben, web ist geheilt, api läuft mit v3. Tatsächlich da ist, was gewünscht ist, und der Controller wacht darüber.</translation>
    </message>
    <message>
        <source>all three sectors</source>
        <translation>alle drei Felder</translation>
    </message>
    <!-- lessons/probes.yaml -->
    <message>
        <source>Lesson: ready and alive</source>
        <translation>Lektion: bereit und am Leben</translation>
    </message>
    <message>
        <source>3 pods of shop come up. They start for 2 seconds, then boot for 3: they run, but they cannot serve yet.</source>
        <translation>3 Pods von shop kommen hoch. Sie starten 2 Sekunden lang und fahren dann 3 lang hoch: sie laufen, können aber noch nicht bedienen.</translation>
    </message>
    <message>
        <source>the Grid, the dashed tiles</source>
        <translation>das Raster, die gestrichelten Kacheln</translation>
    </message>
    <message>
        <source>The pods are running now. Do they get traffic?</source>
        <translation>Die Pods laufen jetzt. Bekommen sie Anfragen?</translation>
    </message>
    <message>
        <source>yes, they run</source>
        <translation>ja, sie laufen</translation>
    </message>
    <message>
        <source>no, not before they are ready</source>
        <translation>nein, erst wenn sie bereit sind</translation>
    </message>
    <message>
        <source>Running is not ready. The balancer sends requests only to pods whose readiness probe has succeeded.</source>
        <translation>Läuft heißt nicht bereit. Der Verteiler schickt Anfragen nur an Pods, deren Readiness-Probe gelungen ist.</translation>
    </message>
    <message>
        <source>3 of 3 ready: the light of the balancer reaches them.</source>
        <translation>3 von 3 bereit: das Licht des Verteilers erreicht sie.</translation>
    </message>
    <message>
        <source>the Grid</source>
        <translation>das Raster</translation>
    </message>
    <message>
        <source>Now one pod cannot serve for a while, say because its database is slow: its readiness probe fails.</source>
        <translation>Jetzt kann ein Pod eine Weile nicht bedienen, etwa weil seine Datenbank langsam ist: seine Readiness-Probe scheitert.</translation>
    </message>
    <message>
        <source>the Grid, one dashed tile</source>
        <translation>das Raster, eine gestrichelte Kachel</translation>
    </message>
    <message>
        <source>One pod is not ready. What happens to it?</source>
        <translation>Ein Pod ist nicht bereit. Was geschieht mit ihm?</translation>
    </message>
    <message>
        <source>it is restarted</source>
        <translation>er wird neu gestartet</translation>
    </message>
    <message>
        <source>it is replaced by a new pod</source>
        <translation>er wird durch einen neuen Pod ersetzt</translation>
    </message>
    <message>
        <source>it gets no traffic, nothing else</source>
        <translation>er bekommt keine Anfragen, sonst nichts</translation>
    </message>
    <message>
        <source>A failing readiness probe only takes the pod out of the balancer. Once it succeeds again, traffic comes back.</source>
        <translation>Scheitert eine Readiness-Probe, übergeht der Verteiler den Pod, mehr nicht. Sobald sie wieder gelingt, kommen die Anfragen zurück.</translation>
    </message>
    <message>
        <source>The database is back: the probe succeeds, and the pod serves again. No restart, the same pod.</source>
        <translation>Die Datenbank ist zurück: die Probe gelingt, und der Pod bedient wieder. Kein Neustart, derselbe Pod.</translation>
    </message>
    <message>
        <source>Another kind of trouble: one pod hangs for good. Its liveness probe fails.</source>
        <translation>Eine andere Art von Störung: ein Pod hängt endgültig. Seine Liveness-Probe scheitert.</translation>
    </message>
    <message>
        <source>Its liveness probe fails twice in a row. What happens?</source>
        <translation>Seine Liveness-Probe scheitert zweimal in Folge. Was geschieht?</translation>
    </message>
    <message>
        <source>its container is restarted, in the same pod</source>
        <translation>sein Container wird neu gestartet, im selben Pod</translation>
    </message>
    <message>
        <source>a new pod is made</source>
        <translation>es wird ein neuer Pod gemacht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Liveness asks: is it beyond help? Then only a restart helps. Pod and name stay; its restarts count one more.</source>
        <translation>Liveness fragt: ist ihm nicht mehr zu helfen? Dann hilft nur ein Neustart. Pod und Name bleiben; er zählt einen Neustart mehr.</translation>
    </message>
    <message>
        <source>Restarted: the same name, one restart more. And again it has to become ready before it serves.</source>
        <translation>Neu gestartet: derselbe Name, ein Neustart mehr. Und wieder muss er bereit werden, bevor er bedient.</translation>
    </message>
    <message>
        <source>Readiness decides about traffic, liveness about restarts. Mixing them up is a classic cause of outages.</source>
        <translation>Readiness entscheidet über Anfragen, Liveness über Neustarts. Beides zu verwechseln ist eine klassische Ursache für Ausfälle.</translation>
    </message>
    <!-- lessons/rollout.yaml -->
    <message>
        <source>Lesson: a new version, carefully</source>
        <translation>Lektion: eine neue Version, mit Vorsicht</translation>
    </message>
    <message>
        <source>3 pods of api come up, version v1. Applied is not done: they start, then their readiness probe has to succeed.</source>
        <translation>3 Pods von api kommen hoch, Version v1. Angewendet heißt nicht fertig: sie starten, dann muss ihre Readiness-Probe gelingen.</translation>
    </message>
    <message>
        <source>api is stable: 3 of 3 ready. Next we apply v2 with 4 replicas, as a canary with the steps 25, 50 and 100 %.</source>
        <translation>api ist stabil: 3 von 3 bereit. Jetzt wenden wir v2 mit 4 Replikaten an, als Canary mit den Schritten 25, 50 und 100 %.</translation>
    </message>
    <message>
        <source>A canary at 25 % of 4 pods: how many pods run v2?</source>
        <translation>Ein Canary bei 25 % von 4 Pods: wie viele Pods laufen mit v2?</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>4</source>
        <translation>4</translation>
    </message>
    <message>
        <source>The percentage is of pods: 25 % of 4 is 1. Traffic follows, because every ready pod gets the same share.</source>
        <translation>Die Prozente gelten den Pods: 25 % von 4 ist 1. Die Anfragen folgen, denn jeder bereite Pod bekommt den gleichen Anteil.</translation>
    </message>
    <message>
        <source>25 %: one pod of v2 serves beside three of v1. The rollout pauses, so that there is time to look.</source>
        <translation>25 %: ein Pod mit v2 bedient neben drei mit v1. Der Rollout pausiert, damit Zeit zum Hinsehen ist.</translation>
    </message>
    <message>
        <source>the Grid, the pod of the other colour</source>
        <translation>das Raster, der Pod in der anderen Farbe</translation>
    </message>
    <message>
        <source>Suppose v2 has a fault now. Roughly how many of the requests would meet it?</source>
        <translation>Angenommen, v2 hat jetzt einen Fehler. Wie viele der Anfragen träfe er ungefähr?</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>ein Viertel</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>1 of the 4 ready pods is v2. That is what a canary is for: a mistake hits few, and an abort takes it back.</source>
        <translation>1 der 4 bereiten Pods läuft mit v2. Dafür ist ein Canary da: ein Fehler trifft wenige, und Abbrechen nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>v2 has taken over, pod by pod. At no moment were fewer than 3 pods ready, as many as served before.</source>
        <translation>v2 hat übernommen, Pod für Pod. Nie waren weniger als 3 Pods bereit, so viele, wie vorher bedient haben.</translation>
    </message>
    <message>
        <source>During the rollout, when did an old pod stop?</source>
        <translation>Wann endete während des Rollouts ein alter Pod?</translation>
    </message>
    <message>
        <source>as soon as a new one was created</source>
        <translation>sobald ein neuer erzeugt war</translation>
    </message>
    <message>
        <source>only when a new one was ready</source>
        <translation>erst wenn ein neuer bereit war</translation>
    </message>
    <message>
        <source>at a random time</source>
        <translation>irgendwann, zufällig</translation>
    </message>
    <message>
        <source>A created pod does not serve yet. Only a ready one takes the place of another, so users notice nothing.</source>
        <translation>Ein erzeugter Pod bedient noch nicht. Erst ein bereiter nimmt den Platz eines anderen ein, darum merken Nutzer nichts.</translation>
    </message>
    <message>
        <source>That is a rollout: a new version takes over in steps, and readiness decides the pace.</source>
        <translation>Das ist ein Rollout: eine neue Version übernimmt in Schritten, und Readiness bestimmt das Tempo.</translation>
    </message>
    <!-- lessons/self-healing.yaml -->
    <message>
        <source>Lesson: killed, crashed, healed</source>
        <translation>Lektion: getötet, abgestürzt, geheilt</translation>
    </message>
    <message>
        <source>3 pods of cart come up. Desired is 3, and the controller keeps watch over it.</source>
        <translation>3 Pods von cart kommen hoch. Gewünscht sind 3, und der Controller wacht darüber.</translation>
    </message>
    <message>
        <source>Chaos kills one pod: it is gone, as if its machine were lost.</source>
        <translation>Chaos tötet einen Pod: er ist weg, als fiele seine Maschine aus.</translation>
    </message>
    <message>
        <source>Desired is 3, actual is 2. Who brings the third pod back, and which one is it?</source>
        <translation>Gewünscht sind 3, tatsächlich da sind 2. Wer bringt den dritten Pod zurück, und welcher ist es?</translation>
    </message>
    <message>
        <source>an administrator, the same pod</source>
        <translation>ein Administrator, denselben Pod</translation>
    </message>
    <message>
        <source>the controller, a new pod with a new name</source>
        <translation>der Controller, einen neuen Pod mit neuem Namen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>The controller compares desired and actual at every look, and creates what is missing. A killed pod never returns.</source>
        <translation>Der Controller vergleicht bei jedem Blick Gewünschtes und Tatsächliches und erzeugt, was fehlt. Ein getöteter Pod kommt nie wieder.</translation>
    </message>
    <message>
        <source>Healed. Now a container crashes inside its pod: the program ends, the pod stays.</source>
        <translation>Geheilt. Jetzt stürzt ein Container in seinem Pod ab: das Programm endet, der Pod bleibt.</translation>
    </message>
    <message>
        <source>A crashed container: what is different from a killed pod?</source>
        <translation>Ein abgestürzter Container: was ist anders als bei einem getöteten Pod?</translation>
    </message>
    <message>
        <source>the pod restarts it, same name</source>
        <translation>der Pod startet ihn neu, gleicher Name</translation>
    </message>
    <message>
        <source>there is no difference</source>
        <translation>es gibt keinen Unterschied</translation>
    </message>
    <message>
        <source>The pod is still there and restarts its container itself. The controller sees 3 pods and has nothing to create.</source>
        <translation>Der Pod ist noch da und startet seinen Container selbst neu. Der Controller sieht 3 Pods und hat nichts zu erzeugen.</translation>
    </message>
    <message>
        <source>Now every container crashes every few seconds, again and again. Look at the waits between the restarts.</source>
        <translation>Jetzt stürzt jeder Container alle paar Sekunden ab, immer wieder. Achte auf die Wartezeiten zwischen den Neustarts.</translation>
    </message>
    <message>
        <source>the Grid, the red tiles and their countdowns</source>
        <translation>das Raster, die roten Kacheln und ihre Countdowns</translation>
    </message>
    <message>
        <source>CrashLoopBackOff: what does it tell you?</source>
        <translation>CrashLoopBackOff: was sagt dir das?</translation>
    </message>
    <message>
        <source>the cause of the crash</source>
        <translation>die Ursache des Absturzes</translation>
    </message>
    <message>
        <source>that it crashed repeatedly, and waits before the next try</source>
        <translation>dass er wiederholt abgestürzt ist und vor dem nächsten Versuch wartet</translation>
    </message>
    <message>
        <source>It is a consequence, not a cause. Each wait is twice the one before, so that a broken program costs little. The cause stands in its log.</source>
        <translation>Es ist eine Folge, keine Ursache. Jede Wartezeit ist doppelt so lang wie die vorige, damit ein kaputtes Programm wenig kostet. Die Ursache steht in seinem Log.</translation>
    </message>
    <message>
        <source>Healed once more. A pod that is lost is replaced, a container that ends is restarted, and waits grow where that does not help.</source>
        <translation>Noch einmal geheilt. Ein Pod, der verloren ist, wird ersetzt, ein Container, der endet, neu gestartet, und wo das nicht hilft, wachsen die Wartezeiten.</translation>
    </message>
</context>
</TS>
