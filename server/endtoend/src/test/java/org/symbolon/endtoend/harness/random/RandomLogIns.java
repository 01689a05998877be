package org.symbolon.endtoend.harness.random;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.apikey.IssueApiKey;
import org.symbolon.command.apikey.RevokeApiKey;
import org.symbolon.command.auth.Claim;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Findings;
import org.symbolon.command.auth.ForgetUnusedLogins;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LogIn.Trial;
import org.symbolon.command.auth.LogInByPassword;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.LoginSubject.ForAnybody;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.auth.RevokeLogin;
import org.symbolon.command.auth.TriggerChallenges;
import org.symbolon.command.challenge.EndChallenge;
import org.symbolon.command.challenge.RemoveExpiredChallenges;
import org.symbolon.command.register.MailRegistrationCode;
import org.symbolon.command.register.MailRegistrationCode.Letter;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.token.AttachToken;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.FetchAuthItems;
import org.symbolon.command.token.GrantOfflineUse;
import org.symbolon.command.token.RefillOffline;
import org.symbolon.command.token.UnassignTokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeDescription.Trait;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.command.tokentype.certificate.SoftAuthority;
import org.symbolon.command.tokentype.webauthn.OwnTokens;
import org.symbolon.command.user.IssueRecoveryCode;
import org.symbolon.command.user.MailRecoveryCode;
import org.symbolon.command.user.UseRecoveryCodes;
import org.symbolon.command.user.WithdrawRecoveryCode;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.events.auth.CacheTerms;
import org.symbolon.events.auth.ClaimTerms;
import org.symbolon.events.auth.LayerTerms;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;

/**
 * Commands around log-ins, at random. Most of them end, use or check something, so they remember what former ones began. Its
 * tokens are its own, for whoever checks one must know the hash of its PIN.
 */
public final class RandomLogIns {

    /** A value that no other token shows. */
    private static final String TYPED = "000000";

    private static final String SSH_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEAMdLcdxEVZGuWbiSFVBHQXqm0oTRN0QYW3P0H5XbZY";
    private static final String CERTIFICATE_REQUEST = certificateRequest();
    private static final Pin PIN_HASH = new Pin.Hashed("hash");
    private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2120-01-01T00:00:00Z");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("LOGIN0", "hotp"),
            Map.entry("LOGIN1", "spass"),
            Map.entry("LOGIN2", "registration"),
            Map.entry("LOGIN3", "daypassword"),
            Map.entry("LOGIN4", "tan"),
            Map.entry("LOGIN5", "indexedsecret"),
            Map.entry("LOGIN6", "motp"),
            Map.entry("LOGIN7", "question"),
            Map.entry("LOGIN8", "sshkey"),
            Map.entry("LOGIN9", "certificate"),
            Map.entry("UBOM0", "totp"),
            Map.entry("UBAM0", "yubikey"),
            Map.entry("OCRA0", "ocra"),
            Map.entry("DPLG0", "daplug"));
    private static final Device DEVICE = new Device("0102030405060708090a0b0c0d0e0f1011121314");
    private static final List<String> SERIALS = List.copyOf(new TreeSet<>(TYPES.keySet()));

    private final SplittableRandom random;
    private final Supplier<List<Long>> cachedLogins;
    private final List<Integer> recoveryCodes = new ArrayList<>();
    private final List<String> enrolled = new ArrayList<>();
    private EndChallenge asked;
    private boolean claimable;
    private boolean claimed;
    private boolean hasPasskey;
    private int claims;
    private int apiKeys;

    /**
     * Makes it.
     *
     * @param cachedLogins which log-ins are cached now, in some fixed order
     */
    public RandomLogIns(SplittableRandom random, Supplier<List<Long>> cachedLogins) {
        this.random = random;
        this.cachedLogins = cachedLogins;
    }

    public List<Supplier<Object>> lines() {
        return List.of(
                () -> tokenless(new Findings(
                        null, cachedLogin(), PIN_HASH.text(), true, false, null, false, null, Holder.NOBODY)),
                () -> tokenless(
                        new Findings(null, List.of(), PIN_HASH.text(), true, false, null, false, null, Holder.NOBODY)),
                this::remembered,
                () -> new LogInByPassword(limits(name()), random.nextBoolean()),
                () -> new ForgetUnusedLogins(random.nextInt(8) == 0 ? 0 : 480),
                () -> new IssueApiKey("key" + ++apiKeys, name(), "API", "validate", oneOf(PAST, FUTURE)),
                () -> new RevokeApiKey("key" + random.nextInt(apiKeys + 1)),
                () -> new RevokeLogin("nonce" + random.nextInt(50), oneOf(PAST, FUTURE)),
                RemoveExpiredRevocations::new,
                RemoveExpiredChallenges::new,
                () -> ofToken(this::check),
                () -> ofToken(serial -> new TriggerChallenges(null, List.of(serial), LoginTerms.NONE)),
                () -> ofToken(this::fetching),
                this::offline,
                () -> asked == null ? ofToken(this::check) : asked,
                this::claiming,
                this::passkey,
                this::issuing,
                () -> new MailRecoveryCode(
                        new IssueRecoveryCode(PIN_HASH.text(), name(), "realm1", "", null, hours(1)), mail()),
                () -> recoveryCodes.isEmpty() ? issuing() : new WithdrawRecoveryCode(oneOf(recoveryCodes)),
                this::registering,
                () -> new UseRecoveryCodes(random.nextInt(3) == 0 ? List.of() : recoveryCode()));
    }

    /** What was begun can be answered, used or ended. */
    public void cameOf(Object command, Object result) {
        if (command instanceof IssueRecoveryCode) {
            recoveryCodes.add((Integer) result);
        }
        if (result instanceof MailRecoveryCode.Mailed mailed) {
            recoveryCodes.add(mailed.number());
        }
        if (command instanceof TriggerChallenges triggered
                && result instanceof Decision outcome
                && outcome.asked().transactionId() != null) {
            asked = new EndChallenge(
                    outcome.asked().transactionId(), triggered.serials().get(0));
        }
        if (result instanceof Decision outcome && outcome.ground() == Decision.Ground.CLAIM) {
            claims++;
            claimed = true;
        }
        if (command instanceof UnassignTokens given && given.serials().contains("CLAIM0")) {
            claimed = false;
        }
        if (command instanceof LogIn login && result instanceof Decision outcome && outcome.accepted()) {
            login.trials().stream()
                    .map(Trial::serial)
                    .filter(serial -> "registration".equals(TYPES.get(serial)))
                    .forEach(enrolled::remove);
        }
        if (command instanceof EnrollToken enrolment) {
            String serial = enrolment.parameters().get("serial");
            claimable |= "CLAIM0".equals(serial);
            hasPasskey |= "PASSKEY0".equals(serial);
            if (TYPES.containsKey(serial) && !enrolled.contains(serial) && logsIn(TYPES.get(serial))) {
                enrolled.add(serial);
            }
        }
    }

    private static boolean logsIn(String type) {
        return !TokenTypes.all().has(type, Trait.WITHOUT_PIN);
    }

    private static String certificateRequest() {
        KeyPair keys = SoftAuthority.keys();
        return SoftAuthority.request("somebody", keys, keys);
    }

    private Object ofToken(Function<String, Object> command) {
        boolean enrols = enrolled.isEmpty() || random.nextInt(8) == 0;
        return enrols ? enrolment(oneOf(SERIALS)) : command.apply(oneOf(enrolled));
    }

    private static Object enrolment(String serial) {
        Map<String, String> parameters = new HashMap<>(Map.of("serial", serial, "type", TYPES.get(serial)));
        if (TYPES.get(serial).equals("registration")) {
            parameters.put("otpkey", TYPED);
        } else {
            parameters.put("genkey", "1");
            parameters.put("motppin", "7777");
            parameters.put("tans", TYPED + " 111111");
            parameters.put("questions", "{\"Who?\": \"me\"}");
            parameters.put("sshkey", SSH_KEY);
            parameters.put("request", CERTIFICATE_REQUEST);
        }
        return new EnrollToken(parameters, Map.of(), PinToKeep.hashed(PIN_HASH), null, Holder.NOBODY, null);
    }

    private Object check(String serial) {
        LoginSubject subject =
                random.nextInt(4) == 0 ? new LoginSubject.Value(serial, null) : new LoginSubject.OneToken(serial, null);
        Trial trial = new Trial(serial, Secret.of(TYPED), true, PIN_HASH, random.nextBoolean());
        return new LogIn(subject, LoginTerms.NONE, null, List.of(trial), false, null, Findings.NONE);
    }

    /** Somebody is let in since he has no token, which is remembered and counted. */
    private Object tokenless(Findings findings) {
        String login = name();
        LoginTerms terms = terms(Ruled.nothing()).limits(limits(login)).terms();
        LoginSubject user = new LoginSubject.User(login, new TokenOwner(name(), "1", "realm1"), "");
        return new LogIn(user, terms, null, List.of(), false, null, findings);
    }

    private static LoginLimits limits(String login) {
        return new LoginLimits(Ruled.nothing(), Ruled.nothing(), 3, Duration.ofHours(1), login, "realm1");
    }

    private Object remembered() {
        List<Long> cached = cachedLogin();
        return cached.isEmpty()
                ? tokenless(
                        new Findings(null, List.of(), PIN_HASH.text(), true, false, null, false, null, Holder.NOBODY))
                : tokenless(
                        new Findings(cached.get(0), List.of(), null, false, false, null, false, null, Holder.NOBODY));
    }

    private static LoginTerms.Draft terms(Ruled<ClaimTerms> claim) {
        return LoginTerms.draft()
                .layers(new LayerTerms(
                        new CacheTerms(PAST, null, 0),
                        Ruled.nothing(),
                        claim.isSaid() ? Ruled.nothing() : Ruled.of(true, List.of("any")),
                        Ruled.nothing(),
                        claim));
    }

    /** A token that nobody owns is claimed with the value that it shows next, and given back. */
    private Object claiming() {
        if (!claimable) {
            Map<String, String> parameters = Map.of("serial", "CLAIM0", "type", "hotp", "otpkey", DEVICE.seed());
            return new EnrollToken(parameters, Map.of(), PinToKeep.hashed(PIN_HASH), null, Holder.NOBODY, "realm1");
        }
        if (claimed) {
            return new UnassignTokens(List.of("CLAIM0"));
        }
        TokenOwner claimer = new TokenOwner("users", "claimer" + claims, "realm1");
        Claim claim = new Claim("CLAIM0", "hotp", Secret.of(DEVICE.otp(claims)), PIN_HASH);
        return new LogIn(
                new LoginSubject.User("claimer", claimer, ""),
                terms(Ruled.of(new ClaimTerms(false, TokenQuota.NONE), List.of("claims")))
                        .terms(),
                null,
                List.of(),
                false,
                null,
                new Findings(null, List.of(), null, true, false, claim, false, null, Holder.NOBODY));
    }

    /** A device is asked to make a passkey, and answers before it has. */
    private Object passkey() {
        TokenOwner owner = new TokenOwner("users", "1", "realm1");
        if (!hasPasskey || random.nextInt(4) == 0) {
            return new EnrollToken(
                            Map.of("serial", "PASSKEY0", "type", "passkey"),
                            Map.of(),
                            PinToKeep.hashed(PIN_HASH),
                            owner,
                            new Holder("name1", "realm1"),
                            null)
                    .under(new TypeTerms(Map.of(
                            "webauthn_relying_party_id", "example.com", "webauthn_relying_party_name", "Example")))
                    .with(Gathered.of(
                            new OwnTokens(owner, Set.of("passkey", "webauthn")), new OwnTokens.Found(List.of())));
        }
        ForAnybody challenge = new ForAnybody("challenge" + random.nextInt(50), "", FUTURE);
        Trial trial = new Trial("PASSKEY0", Secret.of(""), true, PIN_HASH, false);
        return new LogIn(
                new LoginSubject.Keyed("PASSKEY0", owner, challenge, false),
                LoginTerms.NONE,
                "transaction",
                List.of(trial),
                false,
                null,
                Findings.NONE);
    }

    private Object fetching(String serial) {
        String application = oneOf("luks", "offline");
        return new FetchAuthItems(
                List.of(new FetchAuthItems.Use(serial, application, Map.of("count", "2"))), Secret.of(""));
    }

    /** A token is for machines without a network, and one of them gets what it needs or asks for more. */
    private Object offline() {
        String serial = "LOGIN0";
        if (!enrolled.contains(serial)) {
            return enrolment(serial);
        }
        Map<String, String> options = Map.of("count", "2", "rounds", "1");
        return switch (random.nextInt(3)) {
            case 0 -> new AttachToken(serial, "offline", null, options);
            case 1 -> new GrantOfflineUse(serial, oneOf("", "desk"), options, Optional.of(Secret.of(TYPED)));
            default -> new RefillOffline(serial, "desk", Secret.of("none"), Secret.of(TYPED), options);
        };
    }

    /** By a mail server that is not there, so that nothing is sent. */
    private static SendMail mail() {
        return SendMail.plain("none", Secret.of("nobody@example.org"), Secret.of("code"), Secret.of("code"));
    }

    private MailRegistrationCode registering() {
        TokenOwner owner = new TokenOwner("registered", "4711", "realm1");
        EnrollToken enrolment =
                new EnrollToken(Map.of("type", "registration"), Map.of(), null, owner, Holder.NOBODY, null);
        Letter letter = new Letter("none", Secret.of("nobody@example.org"), "code", "{regkey}");
        return new MailRegistrationCode(enrolment, List.of(), letter);
    }

    private IssueRecoveryCode issuing() {
        return new IssueRecoveryCode(PIN_HASH.text(), name(), "realm1", name(), null, oneOf(hours(1), hours(-1)));
    }

    private List<Integer> recoveryCode() {
        return recoveryCodes.isEmpty() ? List.of() : List.of(oneOf(recoveryCodes));
    }

    /** One of those that are cached, if there are any. */
    private List<Long> cachedLogin() {
        List<Long> cached = cachedLogins.get();
        return cached.isEmpty() ? List.of() : List.of(oneOf(cached));
    }

    private static Duration hours(int count) {
        return Duration.ofHours(count);
    }

    private String name() {
        return "name" + random.nextInt(6);
    }

    @SafeVarargs
    private <T> T oneOf(T... some) {
        return some[random.nextInt(some.length)];
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
