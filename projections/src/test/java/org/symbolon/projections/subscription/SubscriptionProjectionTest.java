package org.symbolon.projections.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.ReadModelDatabase;

class SubscriptionProjectionTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final SubscriptionParty HOLDER = new SubscriptionParty("h", "hs", "h@x", "01", "hu");
    private static final SubscriptionParty ISSUER = new SubscriptionParty("i", "is", "i@x", "02", "iu");
    private static final SubscriptionParty NOBODY = new SubscriptionParty(null, null, null, null, null);

    @Test
    void theyAreRegisteredRenewedInWhatIsSaidAndDeleted() {
        try (ReadModelDatabase database = ReadModelDatabase.create()) {
            SubscriptionParty moved = new SubscriptionParty(null, "elsewhere", null, null, null);
            new EventStream(database)
                    .append(
                            new SubscriptionRegistered(
                                    "one",
                                    4,
                                    new SubscriptionTerms(HOLDER, "c", ISSUER, START, START, 1, 2, 3, "gold", "s")),
                            new SubscriptionRegistered(
                                    "two",
                                    5,
                                    new SubscriptionTerms(
                                            HOLDER, null, ISSUER, null, null, null, null, null, null, null)),
                            new SubscriptionRenewed(
                                    "one",
                                    4,
                                    new SubscriptionTerms(
                                            moved, null, NOBODY, null, START.plusYears(1), null, 9, null, null, "t")),
                            new SubscriptionDeleted("two", 5))
                    .projectInline(new DefinitionProjection(database.jdbc(), SubscriptionTable.TABLE));
            assertThat(database.rows("subscription"))
                    .containsExactly("{application=one, by_address=is, by_email=i@x, by_name=i, by_phone=02, by_url=iu,"
                            + " date_from=2026-01-01 00:00:00.0, date_till=2027-01-01 00:00:00.0,"
                            + " for_address=elsewhere, for_comment=c, for_email=h@x, for_name=h, for_phone=01,"
                            + " for_url=hu, id=4, level=gold, num_clients=3, num_tokens=9, num_users=1, signature=t}");
        }
    }
}
