package org.symbolon.projections.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.smtpserver.SmtpServerCreated;
import org.symbolon.events.smtpserver.SmtpServerDeleted;
import org.symbolon.events.smtpserver.SmtpServerReconfigured;
import org.symbolon.events.smtpserver.SmtpSettings;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class ServerProjectionsTest {

    private static final Sealed SECRET = new Sealed("key-1", "box-1");

    private final ReadModelDatabase database = ReadModelDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    private void after(Object... events) {
        new EventStream(database)
                .append(events)
                .projectInline(new DefinitionProjection(
                        database.jdbc(), SmtpServerTable.TABLE, RadiusServerTable.TABLE, RemoteServerTable.TABLE));
    }

    @Test
    void mailServersComeChangeAndGo() {
        SmtpSettings first = new SmtpSettings("mail", 587, "user", SECRET, "from@x", true, "text", 20, true);
        SmtpSettings second = new SmtpSettings("other", 25, "", null, "", false, "", 10, false);
        after(
                new SmtpServerCreated("a", 1, second),
                new SmtpServerCreated("b", 2, second),
                new SmtpServerCreated("c", 3, first),
                new SmtpServerReconfigured("a", 1, first),
                new SmtpServerReconfigured("c", 3, second),
                new SmtpServerDeleted("b", 2));
        assertThat(database.rows("smtpserver"))
                .containsExactly(
                        "{data_key=key-1, description=text, enqueue_job=true, id=1, identifier=a, password=box-1,"
                                + " port=587, sender=from@x, server=mail, timeout=20, tls=true, username=user}",
                        "{data_key=null, description=, enqueue_job=false, id=3, identifier=c, password=, port=25,"
                                + " sender=, server=other, timeout=10, tls=false, username=}");
    }

    @Test
    void radiusServersComeChangeAndGo() {
        RadiusSettings first = new RadiusSettings("r1", 1812, SECRET, "/dict", "text", 5, 3, true);
        RadiusSettings second = new RadiusSettings("r2", 1645, null, "/other", "", 6, 4, false);
        after(
                new RadiusServerCreated("a", 1, first),
                new RadiusServerCreated("b", 2, first),
                new RadiusServerReconfigured("a", 1, second),
                new RadiusServerDeleted("b", 2));
        assertThat(database.rows("radiusserver"))
                .containsExactly("{data_key=null, description=, dictionary=/other, enforce_ma=false, id=1,"
                        + " identifier=a, port=1645, retries=4, secret=, server=r2, timeout=6}");
    }

    @Test
    void remoteServersComeChangeAndGo() {
        after(
                new RemoteServerCreated("a", 1, new RemoteSettings("https://a", true, "text")),
                new RemoteServerCreated("b", 2, new RemoteSettings("https://b", true, "text")),
                new RemoteServerReconfigured("a", 1, new RemoteSettings("https://c", false, "")),
                new RemoteServerDeleted("b", 2));
        assertThat(database.rows("edumfaserver"))
                .containsExactly("{description=, id=1, identifier=a, tls=false, url=https://c}");
    }
}
