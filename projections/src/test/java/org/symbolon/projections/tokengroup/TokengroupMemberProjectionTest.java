package org.symbolon.projections.tokengroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenGroupsReplaced;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;
import org.symbolon.projections.definition.DefinitionProjection;
import org.symbolon.projections.support.EventStream;
import org.symbolon.projections.support.Facts;
import org.symbolon.projections.support.ReadModelDatabase;
import org.symbolon.projections.token.TokenProjection;

class TokengroupMemberProjectionTest {

    private final ReadModelDatabase database = ReadModelDatabase.create();
    private final EventStream stream = new EventStream(database);

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void twoTokensAndTwoGroups() {
        after(
                Facts.enrolled(1, "HOTP1"),
                Facts.enrolled(2, "HOTP2"),
                new TokengroupCreated("staff", 4, "who works here"),
                new TokengroupCreated("Staff", 5, ""));
    }

    private void after(Object... events) {
        stream.append(events)
                .projectInline(
                        new DefinitionProjection(database.jdbc(), TokengroupTable.TABLE),
                        new TokengroupMemberProjection(database.jdbc()),
                        new TokenProjection(database.jdbc()));
    }

    private static String membership(long position, int ordinal, int token, int group) {
        return "{id=" + (position * 1024 + ordinal) + ", token_id=" + token + ", tokengroup_id=" + group + "}";
    }

    @Test
    void groupsAreMadeDescribedAndDeleted() {
        after(new TokengroupDescribed("staff", 4, null), new TokengroupDeleted("Staff", 5));
        assertThat(database.rows("tokengroup")).containsExactly("{Description=null, id=4, name=staff}");
    }

    @Test
    void tokensJoinAndLeave() {
        after(
                new TokenJoinedGroup("HOTP1", 1, "staff"),
                new TokenJoinedGroup("HOTP1", 1, "Staff"),
                new TokenJoinedGroup("HOTP2", 2, "staff"),
                new TokenLeftGroup("HOTP1", 1, "staff"));
        assertThat(database.rows("tokentokengroup")).containsExactly(membership(6, 0, 1, 5), membership(7, 0, 2, 4));
    }

    @Test
    void allGroupsOfATokenAreReplacedAtOnce() {
        after(
                new TokenJoinedGroup("HOTP1", 1, "staff"),
                new TokenJoinedGroup("HOTP2", 2, "staff"),
                new TokenGroupsReplaced("HOTP1", 1, List.of("Staff", "gone", "staff")));
        assertThat(database.rows("tokentokengroup"))
                .containsExactly(membership(6, 0, 2, 4), membership(7, 0, 1, 5), membership(7, 2, 1, 4));
        after(new TokenGroupsReplaced("HOTP1", 1, List.of()));
        assertThat(database.rows("tokentokengroup")).containsExactly(membership(6, 0, 2, 4));
    }

    @Test
    void neitherAGroupNorATokenLeavesMembershipsBehind() {
        after(
                new TokenJoinedGroup("HOTP1", 1, "staff"),
                new TokenJoinedGroup("HOTP2", 2, "staff"),
                new TokenJoinedGroup("HOTP2", 2, "Staff"),
                new TokengroupDeleted("staff", 4),
                new TokenDeleted("HOTP2", 2));
        assertThat(database.rows("tokentokengroup")).isEmpty();
    }
}
