package org.symbolon.projections.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.events.admin.AdminAdded;
import org.symbolon.projections.admin.AdminProjection;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.audit.AuditProjection;
import org.symbolon.projections.auth.CachedLoginProjection;
import org.symbolon.projections.auth.RevokedLoginProjection;
import org.symbolon.projections.caconnector.CaConnectorTable;
import org.symbolon.projections.caconnector.IssuedCertificateProjection;
import org.symbolon.projections.challenge.ChallengeProjection;
import org.symbolon.projections.client.ClientApplicationProjection;
import org.symbolon.projections.config.ConfigProjection;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.effect.EffectProjection;
import org.symbolon.projections.eventcounter.EventCounterProjection;
import org.symbolon.projections.eventhandler.EventHandlerProjection;
import org.symbolon.projections.feed.FeedTable;
import org.symbolon.projections.machine.MachineTokenProjection;
import org.symbolon.projections.machineresolver.MachineResolverTable;
import org.symbolon.projections.monitoring.MonitoringProjection;
import org.symbolon.projections.periodictask.PeriodicTaskProjection;
import org.symbolon.projections.policy.PolicyProjection;
import org.symbolon.projections.radiusclient.RadiusClientTable;
import org.symbolon.projections.radiusserver.RadiusServerTable;
import org.symbolon.projections.realm.RealmProjection;
import org.symbolon.projections.remoteserver.RemoteServerTable;
import org.symbolon.projections.resolver.ResolverTable;
import org.symbolon.projections.serviceid.ServiceidTable;
import org.symbolon.projections.smsgateway.SmsGatewayOptionProjection;
import org.symbolon.projections.smsgateway.SmsGatewayTable;
import org.symbolon.projections.smtpserver.SmtpServerTable;
import org.symbolon.projections.subscription.SubscriptionTable;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.RandomEvents;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.support.TextSigner;
import org.symbolon.projections.token.TokenCountProjection;
import org.symbolon.projections.token.TokenCounterProjection;
import org.symbolon.projections.token.TokenProjection;
import org.symbolon.projections.tokengroup.TokengroupMemberProjection;
import org.symbolon.projections.tokengroup.TokengroupTable;
import org.symbolon.projections.user.PasswordResetProjection;
import org.symbolon.projections.user.UserAttributeProjection;

class RebuildTest {

    private static final List<Integer> BATCHES = List.of(1, 7, 500);

    private static Object[] inline(ReadModelDatabase database) {
        return new Object[] {
            new AdminProjection(database.jdbc()),
            new ConfigProjection(database.jdbc()),
            new PolicyProjection(database.jdbc()),
            new EventHandlerProjection(database.jdbc()),
            new PeriodicTaskProjection(database.jdbc()),
            new DefinitionProjection(
                    database.jdbc(),
                    ResolverTable.TABLE,
                    TokengroupTable.TABLE,
                    ServiceidTable.TABLE,
                    CaConnectorTable.TABLE,
                    FeedTable.TABLE,
                    MachineResolverTable.TABLE,
                    SmsGatewayTable.TABLE,
                    SmtpServerTable.TABLE,
                    SubscriptionTable.TABLE,
                    RadiusClientTable.TABLE,
                    RadiusServerTable.TABLE,
                    RemoteServerTable.TABLE),
            new IssuedCertificateProjection(database.jdbc()),
            new RealmProjection(database.jdbc()),
            new TokenProjection(database.jdbc()),
            new TokengroupMemberProjection(database.jdbc()),
            new ChallengeProjection(database.jdbc()),
            new RevokedLoginProjection(database.jdbc()),
            new CachedLoginProjection(database.jdbc()),
            new MachineTokenProjection(database.jdbc()),
            new SmsGatewayOptionProjection(database.jdbc()),
            new UserAttributeProjection(database.jdbc()),
            new PasswordResetProjection(database.jdbc()),
            new EventCounterProjection(database.jdbc()),
            new MonitoringProjection(database.jdbc())
        };
    }

    private static Object[] trailing(ReadModelDatabase database) {
        return new Object[] {
            new TokenCounterProjection(database.jdbc()),
            new TokenCountProjection(database.jdbc()),
            new AuditProjection(database.jdbc(), new TextSigner()),
            new ClientApplicationProjection(database.jdbc()),
            new EffectProjection(database.jdbc())
        };
    }

    static Object[] all(ReadModelDatabase database) {
        List<Object> projectors = new ArrayList<>(List.of(inline(database)));
        projectors.addAll(List.of(trailing(database)));
        return projectors.toArray();
    }

    private static EventStream random(ReadModelDatabase database, int count, long seed) {
        EventStream stream = new EventStream(database)
                .append(Facts.resolver(1, "passwd"), Facts.realm(1, "realm1", "passwd"), Facts.realm(2, "realm2"));
        RandomEvents events = new RandomEvents(seed);
        for (int i = 0; i < count; i++) {
            stream.append(events.next());
        }
        return stream;
    }

    private static void assertSameTables(ReadModelDatabase expected, ReadModelDatabase actual, String what) {
        for (String table : ReadModelSchema.tables()) {
            assertThat(actual.rows(table)).as(table + " " + what).isEqualTo(expected.rows(table));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyWayOfProjectingYieldsTheSameRows(long seed) {
        try (ReadModelDatabase live = ReadModelDatabase.create()) {
            EventStream stream = random(live, 900, seed);
            stream.projectInline(inline(live))
                    .projectTrailing(13, List.of(new TrailingPosition(live.jdbc())), trailing(live));
            assertThat(live.rows("token")).isNotEmpty();
            for (int size : BATCHES) {
                try (ReadModelDatabase shadow = live.shadow("rm_" + size)) {
                    stream.into(shadow).rebuild(size, List.of(new TrailingPosition(shadow.jdbc())), all(shadow));
                    assertSameTables(live, shadow, "in batches of " + size);
                }
            }
            assertThat(new AuditChain(live.jdbc(), live.transactionManager(), new TextSigner())
                            .verify()
                            .isWhole())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void trailingProjectorsMayFollowInStepsOfAnySize(long seed) {
        try (ReadModelDatabase behind = ReadModelDatabase.create();
                ReadModelDatabase beside = ReadModelDatabase.create()) {
            EventStream late = random(behind, 600, seed).projectInline(inline(behind));
            late.projectTrailing(500, List.of(new TrailingPosition(behind.jdbc())), trailing(behind));

            Object[] inline = inline(beside);
            Object[] trailing = trailing(beside);
            EventStream prompt = new EventStream(beside)
                    .append(Facts.resolver(1, "passwd"), Facts.realm(1, "realm1", "passwd"), Facts.realm(2, "realm2"));
            RandomEvents events = new RandomEvents(seed);
            for (int i = 0; i < 600; i++) {
                prompt.append(events.next())
                        .projectInline(inline)
                        .projectTrailing(1, List.of(new TrailingPosition(beside.jdbc())), trailing);
            }
            assertSameTables(beside, behind, "one by one");
        }
    }

    /** Chance may leave a table empty at the end of one stream, but not at the end of each. */
    @Test
    void everyTableHasRowsAfterARebuild() {
        Set<String> empty = new TreeSet<>(ReadModelSchema.tables());
        empty.remove("unreadable_event");
        for (int seed = 1; seed <= 8 && !empty.isEmpty(); seed++) {
            try (ReadModelDatabase database = ReadModelDatabase.create()) {
                EventStream stream = random(database, 900, seed);
                stream.append(new AdminAdded("root", "hash", null));
                stream.rebuild(500, List.of(new TrailingPosition(database.jdbc())), all(database));
                empty.removeIf(table -> !database.rows(table).isEmpty());
            }
        }
        assertThat(empty).isEmpty();
    }
}
