package org.symbolon.endtoend.harness.random;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.symbolon.command.token.AssignToken;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.CheckImport;
import org.symbolon.command.token.ConfigureToken;
import org.symbolon.command.token.CopyOwner;
import org.symbolon.command.token.CopyPin;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.ImportTokens;
import org.symbolon.command.token.ImportedToken;
import org.symbolon.command.token.JoinTokenGroup;
import org.symbolon.command.token.LeaveTokenGroup;
import org.symbolon.command.token.LookAtToken;
import org.symbolon.command.token.ReplaceLostToken;
import org.symbolon.command.token.ReplaceTokenGroups;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.command.token.RevokeTokens;
import org.symbolon.command.token.SetTokenInfo;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/** Commands about tokens as administrators send them, at random. Another command is another line. */
final class RandomTokenCommands extends RandomValues {

    private final Supplier<Object> others;

    /**
     * Makes it.
     *
     * @param others commands of all kinds, for one that must not come too often
     */
    RandomTokenCommands(SplittableRandom random, Supplier<Object> others) {
        super(random);
        this.others = others;
    }

    List<Supplier<Object>> lines() {
        return List.of(
                this::enrolment,
                this::enrolment,
                () -> new AssignToken(serial(), owner(), pinOrNull()),
                () -> new WithinLimits(limits(), new AssignToken(serial(), owner(), pinOrNull())),
                () -> new WithinLimits(limits(), new EnableTokens(serials())),
                () -> new WithinLimits(limits(), enrolment()),
                () -> new ImportTokens(List.of(imported())),
                () -> new CheckImport(List.of(imported())),
                () -> new CopyPin(serial(), serial()),
                () -> new CopyOwner(serial(), serial()),
                () -> new ReplaceLostToken(serial(), Secret.of("replacing"), 10),
                () -> new UnassignTokens(serials()),
                () -> new EnableTokens(serials()),
                () -> new DisableTokens(serials()),
                () -> rarely(new RevokeTokens(serials())),
                () -> new ResetFailCounters(serials()),
                () -> new LookAtToken(serial(), null),
                () -> new ResynchronizeToken(serial(), Secret.of("000000"), Secret.of("000001")),
                () -> new ChangePins(serial(), pinOrNull(), secretOrNull(), secretOrNull()),
                () -> new ChangeTokenRealms(serial(), List.of(realm())),
                () -> new ConfigureToken(serial(), textOrNull(), port(), port(), port(), Map.of(name(), text()), null),
                () -> new DescribeToken(serial(), text()),
                () -> new SetTokenInfo(serial(), info()),
                () -> new JoinTokenGroup(serial(), name()),
                () -> new LeaveTokenGroup(serial(), name()),
                () -> new ReplaceTokenGroups(serial(), List.of(name())),
                () -> rarely(new DeleteToken(serial())));
    }

    private Object rarely(Object command) {
        return random().nextInt(3) == 0 ? command : others.get();
    }

    private List<TokenLimit> limits() {
        return List.of(
                new TokenLimit(CountedTokens.of(owner(), null, random().nextBoolean(), serial()), 3, "full"),
                new TokenLimit(CountedTokens.in(realm(), serial()), 5, "full"));
    }

    private Object enrolment() {
        Map<String, String> parameters = Map.of(
                "serial",
                serial(),
                "type",
                oneOf("hotp", "totp", "spass", "pw", "none"),
                "genkey",
                "1",
                "otplen",
                "6",
                "2stepinit",
                oneOf("1", "0"),
                "otpkey",
                "0102030405060708",
                "verify",
                oneOf("755224", ""));
        TokenOwner owner = random().nextBoolean() ? owner() : null;
        String realm = owner == null ? oneOf("realm1", null) : owner.realm();
        boolean toBeVerified = random().nextBoolean();
        return new EnrollToken(parameters, info(), pinOrNull(), owner, Holder.NOBODY, realm, toBeVerified);
    }

    private ImportedToken imported() {
        Map<String, String> parameters = Map.of(
                "serial", serial(), "type", oneOf("hotp", "totp", "pw"), "otpkey", "0102030405060708", "rollover", "1");
        TokenOwner owner = random().nextBoolean() ? owner() : null;
        EnrollToken enrolment = new EnrollToken(parameters, Map.of(), null, owner, Holder.NOBODY, null);
        return new ImportedToken(enrolment, List.of(realm()), random().nextInt(3));
    }
}
