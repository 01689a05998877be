package org.symbolon.query.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.symbolon.events.token.AuthItemIssued;
import org.symbolon.events.token.AuthItemRefused;
import org.symbolon.events.token.ChallengeRequested;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailCounterReset;
import org.symbolon.events.token.MachineTokenAttached;
import org.symbolon.events.token.MachineTokenDetached;
import org.symbolon.events.token.MachineTokenOptionsRemoved;
import org.symbolon.events.token.MachineTokenOptionsSet;
import org.symbolon.events.token.OfflineValuesIssued;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpConsumed;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.SecurityOfficerPinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenResynchronised;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.events.token.UserPinChanged;
import org.symbolon.query.history.Reading;
import org.symbolon.query.history.RecordFields;

/** How the events of a token read as changes of its fields. Most say more than they name, as the aggregate knows. */
public final class TokenReading {

    private static final String ACTIVE = "active";
    private static final String COUNTER = "counter";
    private static final String FAIL_COUNT = "failCount";
    private static final String GROUPS = "groups";
    private static final String INFO = "info";

    private TokenReading() {}

    /** How they all read. */
    public static Reading reading() {
        return Reading.endingWith(TokenDeleted.class)
                .where(TokenEnrolled.class, TokenReading::enrolled)
                .where(TokenReenrolled.class, TokenReading::reenrolled)
                .setting(EnrolmentVerified.class, "rolloutState", "enrolled")
                .where(TokenAssigned.class, TokenReading::assigned)
                .where(TokenUnassigned.class, TokenReading::unassigned)
                .setting(TokenEnabled.class, ACTIVE, true)
                .setting(TokenDisabled.class, ACTIVE, false)
                .where(TokenRevoked.class, (fields, event) -> fields.putAll(Map.of(ACTIVE, false, "revoked", true)))
                .setting(FailCounterReset.class, FAIL_COUNT, 0)
                .where(UserPinChanged.class, (fields, event) -> fields.put("userPin", event.pin()))
                .where(SecurityOfficerPinChanged.class, (fields, event) -> fields.put("officerPin", event.pin()))
                .adding(TokenInfoSet.class, INFO)
                .where(TokenInfoRemoved.class, TokenReading::removed)
                .where(TokenJoinedGroup.class, (fields, event) -> group(fields, event.group(), true))
                .where(TokenLeftGroup.class, (fields, event) -> group(fields, event.group(), false))
                .where(OtpAccepted.class, TokenReading::accepted)
                .where(OtpRejected.class, TokenReading::rejected)
                .where(OtpConsumed.class, (fields, event) -> learnt(fields, event.counter(), event.learned()))
                .where(TokenResynchronised.class, (fields, event) -> learnt(fields, event.counter(), event.learned()))
                .where(OfflineValuesIssued.class, (fields, event) -> fields.put(COUNTER, event.counter()))
                .changingNothing(ChallengeRequested.class)
                .changingNothing(AuthItemIssued.class)
                .changingNothing(AuthItemRefused.class)
                .where(MachineTokenAttached.class, MachineTokenReading::attached)
                .where(MachineTokenDetached.class, MachineTokenReading::detached)
                .where(MachineTokenOptionsSet.class, MachineTokenReading::optionsSet)
                .where(MachineTokenOptionsRemoved.class, MachineTokenReading::optionsRemoved);
    }

    private static void enrolled(Map<String, Object> fields, TokenEnrolled event) {
        fields.putAll(RecordFields.of(event));
        fields.putAll(Map.of(COUNTER, 0L, FAIL_COUNT, 0, "revoked", false, GROUPS, List.of()));
    }

    /** What it leaves open stays. */
    private static void reenrolled(Map<String, Object> fields, TokenReenrolled event) {
        Map<String, Object> said = RecordFields.of(event);
        said.values().removeIf(Objects::isNull);
        said.put(INFO, Reading.joined(fields.get(INFO), event.info()));
        fields.putAll(said);
        fields.putAll(Map.of(COUNTER, 0L, FAIL_COUNT, 0));
    }

    private static void assigned(Map<String, Object> fields, TokenAssigned event) {
        fields.put("owner", event.owner());
        fields.put("realms", List.of(event.owner().realm()));
        fields.put(FAIL_COUNT, 0);
    }

    private static void unassigned(Map<String, Object> fields, TokenUnassigned event) {
        fields.put("owner", null);
        fields.put("pinHash", "");
        fields.put(FAIL_COUNT, 0);
    }

    private static void removed(Map<String, Object> fields, TokenInfoRemoved event) {
        Map<String, Object> left = Reading.joined(fields.get(INFO), null);
        event.keys().forEach(left::remove);
        fields.put(INFO, left);
    }

    private static void group(Map<String, Object> fields, String group, boolean isMember) {
        List<Object> groups = new ArrayList<>();
        if (fields.get(GROUPS) instanceof List<?> known) {
            groups.addAll(known);
        }
        groups.remove(group);
        if (isMember) {
            groups.add(group);
        }
        fields.put(GROUPS, groups);
    }

    private static void accepted(Map<String, Object> fields, OtpAccepted event) {
        Map<String, String> counts = new TreeMap<>(counted("count_auth", event.authCount()));
        counts.putAll(counted("count_auth_success", event.successCount()));
        learnt(fields, event.counter(), counts);
        learnt(fields, null, event.learned());
        fields.put(FAIL_COUNT, 0);
    }

    private static void rejected(Map<String, Object> fields, OtpRejected event) {
        learnt(fields, null, counted("count_auth", event.authCount()));
        learnt(fields, null, event.learned());
        fields.put(FAIL_COUNT, event.failCount());
    }

    private static Map<String, String> counted(String key, int count) {
        return count > 0 ? Map.of(key, Integer.toString(count)) : Map.of();
    }

    private static void learnt(Map<String, Object> fields, Long counter, Map<String, String> learnt) {
        if (counter != null) {
            fields.put(COUNTER, counter);
        }
        fields.put(INFO, Reading.joined(fields.get(INFO), learnt));
    }
}
