package org.symbolon.endtoend.harness.random;

import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.token.AssignToken;
import org.symbolon.command.token.BeginRollover;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.ChangeTokenRealms;
import org.symbolon.command.token.CheckImport;
import org.symbolon.command.token.ConfigureToken;
import org.symbolon.command.token.ConfirmRollover;
import org.symbolon.command.token.CopyOwner;
import org.symbolon.command.token.CopyPin;
import org.symbolon.command.token.DeleteToken;
import org.symbolon.command.token.DescribeToken;
import org.symbolon.command.token.DisableTokens;
import org.symbolon.command.token.EnableTokens;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.ExportTokens;
import org.symbolon.command.token.ImportTokens;
import org.symbolon.command.token.ImportedToken;
import org.symbolon.command.token.JoinTokenGroup;
import org.symbolon.command.token.LeaveTokenGroup;
import org.symbolon.command.token.LookAtToken;
import org.symbolon.command.token.LookForTaker;
import org.symbolon.command.token.ReplaceLostToken;
import org.symbolon.command.token.ReplaceTokenGroups;
import org.symbolon.command.token.ResetFailCounters;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.command.token.RevokeTokens;
import org.symbolon.command.token.SetFailCounter;
import org.symbolon.command.token.SetTokenInfo;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.certificate.CertificateOrder;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.CountedTokens;
import org.symbolon.events.token.TokenLimit;

/** Commands about tokens as administrators send them, at random. Another command is another line. */
final class RandomTokenCommands extends RandomValues {

    /** What some types want to be told, and others do not look at. */
    private static final Map<String, String> OF_TYPES = Map.of(
            "4eyes", "realm1:1",
            "tantoken_count", "3",
            "sshkey", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEAMdLcdxEVZGuWbiSFVBHQXqm0oTRN0QYW3P0H5XbZY emma",
            "motppin", "7777",
            "service_id", "mail");

    private static final SoftAuthority AUTHORITY = SoftAuthority.root("Random");
    private static final KeyPair KEYS = SoftAuthority.keys();
    private static final String CERTIFICATE_REQUEST =
            SoftAuthority.request("random", KEYS, KEYS).replace("\r\n", "\n");

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
                this::certified,
                () -> new AssignToken(serial(), owner(), pinOrNull()),
                () -> new WithinLimits(limits(), new AssignToken(serial(), owner(), pinOrNull())),
                () -> new WithinLimits(limits(), new EnableTokens(serials())),
                () -> new WithinLimits(limits(), enrolment()),
                () -> new ImportTokens(List.of(imported())),
                () -> new CheckImport(List.of(imported())),
                () -> new ExportTokens(List.of(serial())),
                () -> new BeginRollover(serial(), null, Holder.NOBODY),
                () -> new ConfirmRollover(serial(), Secret.of("000000")),
                () -> new CopyPin(serial(), serial()),
                () -> new CopyOwner(serial(), serial()),
                () -> new ReplaceLostToken(serial(), Secret.of("replacing"), 10),
                () -> new UnassignTokens(serials()),
                () -> new EnableTokens(serials()),
                () -> new DisableTokens(serials()),
                () -> rarely(new RevokeTokens(serials())),
                () -> new ResetFailCounters(serials()),
                () -> new SetFailCounter(serial(), random().nextInt(12)),
                () -> new LookAtToken(serial(), null),
                () -> new LookForTaker("webauthn", serial()),
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

    /** A certificate that an authority has issued already: none is asked. */
    private Object certified() {
        CertificateOrder order = new CertificateOrder(
                name(),
                new CertificateOrder.Work.Sign(
                        new CertificateRequest(CERTIFICATE_REQUEST, Optional.empty(), Optional.empty())));
        String certificate = SoftAuthority.pem(AUTHORITY.issue(name(), KEYS.getPublic()));
        Map<String, String> parameters = Map.of(
                "type",
                "certificate",
                "serial",
                "CERTIFIED" + random().nextInt(POOL),
                "ca",
                order.connector(),
                "request",
                CERTIFICATE_REQUEST);
        return new EnrollToken(parameters, info(), pinOrNull(), owner(), Holder.NOBODY, null)
                .with(Gathered.of(order, new CertificateOrder.Outcome.Issued(certificate, Optional.empty())));
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
        String type = oneOf(
                "hotp",
                "totp",
                "spass",
                "pw",
                "registration",
                "applspec",
                "daypassword",
                "motp",
                "paper",
                "tan",
                "indexedsecret",
                "sshkey",
                "4eyes",
                "daplug",
                "ocra",
                "none");
        Map<String, String> parameters = new HashMap<>(OF_TYPES);
        parameters.put("serial", serial());
        parameters.put("type", type);
        parameters.put("genkey", "1");
        parameters.put("otpkey", "0102030405060708");
        parameters.put("2stepinit", oneOf("1", "0"));
        parameters.put("verify", oneOf("755224", ""));
        TokenOwner owner = random().nextBoolean() ? owner() : null;
        String realm = owner == null ? oneOf("realm1", null) : owner.realm();
        boolean toBeVerified = random().nextBoolean();
        return new EnrollToken(parameters, info(), pinOrNull(), owner, Holder.NOBODY, realm, toBeVerified);
    }

    private ImportedToken imported() {
        Map<String, String> parameters = Map.of(
                "serial",
                serial(),
                "type",
                oneOf("hotp", "totp", "pw", "tan"),
                "otpkey",
                "0102030405060708",
                "rollover",
                "1",
                "tantoken_count",
                "3");
        TokenOwner owner = random().nextBoolean() ? owner() : null;
        EnrollToken enrolment = new EnrollToken(parameters, Map.of(), null, owner, Holder.NOBODY, null);
        return new ImportedToken(enrolment, List.of(realm()), random().nextInt(3));
    }
}
