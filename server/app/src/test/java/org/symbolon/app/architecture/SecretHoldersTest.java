package org.symbolon.app.architecture;

import static java.util.Optional.empty;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.tokenfile.format.PskcOptions;
import org.symbolon.cli.janitor.TokenStock;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.AtRadiusServer;
import org.symbolon.command.auth.Claim;
import org.symbolon.command.auth.EnrolledByLogin;
import org.symbolon.command.auth.Findings;
import org.symbolon.command.auth.LogIn;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.auth.NewPin;
import org.symbolon.command.caconnector.SaveCaConnector;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.config.StoreSettings;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.eventhandler.CauseEffects;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.effect.HandlerEffect;
import org.symbolon.command.eventhandler.effect.NotificationFile;
import org.symbolon.command.eventhandler.effect.NotificationMail;
import org.symbolon.command.eventhandler.effect.WebHookCall;
import org.symbolon.command.eventhandler.fact.AnswerFacts;
import org.symbolon.command.eventhandler.fact.HandlerOptions;
import org.symbolon.command.eventhandler.fact.Position;
import org.symbolon.command.eventhandler.fact.RaisedEvent;
import org.symbolon.command.eventhandler.port.FederatedServers;
import org.symbolon.command.feed.SaveFeed;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.radiusclient.SaveRadiusClient;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusLogin;
import org.symbolon.command.radiusserver.SaveRadiusServer;
import org.symbolon.command.register.MailRegistrationCode;
import org.symbolon.command.remoteserver.port.RemotePeer;
import org.symbolon.command.remoteserver.port.RemoteRequest;
import org.symbolon.command.resolver.SaveResolver;
import org.symbolon.command.secret.GivenEntries;
import org.symbolon.command.secret.PinToKeep;
import org.symbolon.command.smsgateway.SaveSmsGateway;
import org.symbolon.command.smsgateway.SendText;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.TextMessage;
import org.symbolon.command.smtpserver.MailText;
import org.symbolon.command.smtpserver.SaveSmtpServer;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.command.smtpserver.SignerChange;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.command.token.AssignToken;
import org.symbolon.command.token.ChangePins;
import org.symbolon.command.token.CheckImport;
import org.symbolon.command.token.EnrollToken;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.token.Exported;
import org.symbolon.command.token.ExportedToken;
import org.symbolon.command.token.ImportTokens;
import org.symbolon.command.token.ImportedToken;
import org.symbolon.command.token.ReplaceLostToken;
import org.symbolon.command.token.ResynchronizeToken;
import org.symbolon.command.token.WithinLimits;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.OtpPair;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.certificate.CertificateOrder;
import org.symbolon.command.tokentype.certificate.CertificateOrder.KeyFiles;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Outcome;
import org.symbolon.command.tokentype.certificate.CertificateOrder.Work;
import org.symbolon.command.tokentype.radius.RadiusInquiry;
import org.symbolon.command.tokentype.remote.RemoteInquiry;
import org.symbolon.command.tokentype.yubico.YubicoInquiry;
import org.symbolon.command.tokentype.yubico.port.YubicoRequest;
import org.symbolon.command.user.IssueRecoveryCode;
import org.symbolon.command.user.MailRecoveryCode;
import org.symbolon.command.user.RecoveryCodes;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;
import org.symbolon.policy.enrolment.EnrolmentQuestion;
import org.symbolon.policy.enrolment.LostTokenTerms;
import org.symbolon.policy.enrolment.PinDue;
import org.symbolon.policy.enrolment.PinTerms;
import org.symbolon.policy.enrolment.WrittenInfo;
import org.symbolon.query.user.PasswordResetView;

/** Whatever holds a secret shows none of it when it is printed. */
class SecretHoldersTest {

    private static final String MISTYPED = "Mistyped+7/Chimäre-e3";

    private static KnownRadiusClient knownClient(Secret secret) {
        return new KnownRadiusClient("name", List.of(), false, secret, List.of(), "", true, "", false);
    }

    @Test
    void noSecretIsPrintedWithWhatHoldsIt() {
        Secret secret = Secret.of(MISTYPED);
        SystemSettings settings = key -> Optional.empty();
        Map<String, String> parameters = Map.of("otpkey", MISTYPED, "pass", MISTYPED);
        ImportedToken imported =
                new ImportedToken(new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null), List.of(), 0);
        List<Object> holders = List.of(
                secret,
                new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null),
                new WithinLimits(List.of(), new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null)),
                new ReplaceLostToken("SECRET9", secret, 10),
                new ImportTokens(List.of(imported)),
                new CheckImport(List.of(imported)),
                imported,
                new ExportedToken("SECRET9", "hotp", "", secret, 6, TypeState.EMPTY),
                new Exported(List.of(new ExportedToken("SECRET9", "hotp", "", secret, 6, TypeState.EMPTY))),
                PskcOptions.of("", MISTYPED, "no_check"),
                new TokenStock.Loading(null, secret, secret, "no_check"),
                new EnrolmentRequest(
                        "SECRET9", Holder.NOBODY, parameters, new Circumstances(Instant.EPOCH, settings, null)),
                EnrolmentStep.complete(secret, 6, TypeState.EMPTY, List.of(new Disclosure.Seed(secret))),
                new Enrolled(
                        "SECRET9",
                        "hotp",
                        List.of(
                                new Disclosure.SeedBase32(secret),
                                new Disclosure.AuthenticatorUrl(secret),
                                new Disclosure.OathUrl(secret),
                                new Disclosure.Password(secret))),
                new EnrolledByLogin(Asked.NOBODY, secret, false),
                Credential.of(secret),
                TokenSecrets.open(secret),
                Question.saying("").keeping(secret),
                new OpenChallenge("1", secret.reveal(), secret.reveal(), Optional.of(secret), "", false),
                new LogIn(
                        new LoginSubject.OneToken("SECRET9", null),
                        LoginTerms.NONE,
                        null,
                        List.of(new LogIn.Trial("SECRET9", secret, true, Pin.NONE, true)),
                        false,
                        new NewPin("SECRET9", secret, Pin.NONE, NewPin.Step.CHOSEN),
                        Findings.NONE),
                new CertificateOrder("ca", new Work.Make(new Subject("a", empty(), empty()), 2048, empty(), secret)),
                new CertificateOrder("ca", new Work.Ask("1", secret, secret)),
                new Outcome.Pending("1", Optional.of(secret)),
                new KeyFiles(secret, secret),
                new Disclosure.KeyFiles(secret, secret),
                new Authority("ca", "local", Map.of("cakey_password", secret)),
                new RadiusInquiry(new RadiusInquiry.Where.Own("radius", secret), "user", secret, Optional.empty()),
                new AtRadiusServer("far", "user", secret),
                new RemoteInquiry(
                        new RemoteInquiry.Where.Own("http://me:" + MISTYPED + "@far", "/"),
                        new RemoteRequest(new TreeMap<>(Map.of("user", "user")), secret, Optional.empty())),
                new RemotePeer("http://me:" + MISTYPED + "@far", true),
                new YubicoInquiry(secret),
                new YubicoRequest("url", false, parameters),
                new LoginAttempt(secret, null, LoginTerms.NONE),
                new Claim("SECRET9", "hotp", secret, Pin.NONE),
                new OtpPair(secret, secret, Instant.EPOCH, settings),
                new ChangePins("SECRET9", PinToKeep.readable(secret), secret, secret),
                new AssignToken("SECRET9", null, PinToKeep.readable(secret)),
                new EnrolmentQuestion(Optional.of(secret), false, flag -> false, WrittenInfo.NONE),
                new PinTerms(Optional.of(secret), false, PinDue.UNCHANGED),
                new LostTokenTerms(secret, 10),
                new ResynchronizeToken("SECRET9", secret, secret),
                new StoreSettings(Map.of("key", new StoreSettings.NewSetting(secret, "password", null))),
                new SaveSmtpServer("name", "mail", null, null, secret, null, null, null, null, null),
                new SaveSmtpServer(
                        "name",
                        "mail",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new SignerChange(new MailSigner("PEM", secret, true))),
                SendText.value("gate", new TextMessage(secret, secret, secret, secret)),
                new Gateway("gate", "kind", Map.of("key", secret), Map.of("key", secret)),
                SendMail.plain("post", secret, secret, secret),
                new MailRecoveryCode(
                        new IssueRecoveryCode(MISTYPED, "user", "realm", "", null, Duration.ZERO),
                        SendMail.plain("post", secret, secret, secret)),
                new MailRegistrationCode(
                        new EnrollToken(parameters, Map.of(), null, null, Holder.NOBODY, null),
                        List.of(),
                        new MailRegistrationCode.Letter("post", secret, "subject", "body")),
                new MailText.Page("page", Map.of("otp", secret)),
                new SendMail("post", secret, secret, new MailText.Page("page", Map.of("otp", secret))),
                new Judgement.NeedsMore(Question.saying("").about(MISTYPED, MISTYPED), StateChange.NONE),
                knownClient(secret),
                new RadiusLogin(
                        knownClient(secret),
                        "10.0.0.1",
                        "user",
                        RadiusLogin.Method.PAP,
                        secret,
                        Optional.empty(),
                        Map.of(),
                        Runnable::run),
                new SaveRadiusClient("name", "10.0.0.1", null, secret, null, null, null, null, null, null),
                new SaveRadiusServer("name", "radius", null, secret, null, null, null, null, null),
                new SaveSmsGateway("name", "module", null, Map.of("key", secret), Map.of("key", secret)),
                new SaveFeed("name", "webhook", new GivenEntries(Map.of("secret", secret), Map.of(), Map.of())),
                new FeedTarget(1, "name", "webhook", Map.of("secret", secret)),
                new SaveCaConnector("name", "local", new GivenEntries(Map.of("key", secret), Map.of(), Map.of())),
                new SaveResolver("name", "type", Map.of("key", secret), Map.of(), Map.of()),
                new RecoveryCodes.NewCode(
                        secret, new IssueRecoveryCode(MISTYPED, "user", "realm", "", null, IssueRecoveryCode.VALIDITY)),
                new PasswordResetView(1, MISTYPED, "", null, Instant.EPOCH, Instant.EPOCH),
                new RaisedEvent(
                        "auth",
                        Position.POST,
                        "POST",
                        "/auth",
                        "",
                        "",
                        "",
                        Caller.ANONYMOUS,
                        Map.of("pass", secret),
                        new AnswerFacts(Map.of("detail", MISTYPED)),
                        "",
                        Instant.EPOCH.atZone(ZoneOffset.UTC)),
                new AnswerFacts(Map.of("detail", MISTYPED)),
                new HandlerOptions(Map.of("motppin", secret)),
                new Deed.Parameter("pass", Optional.of(secret)),
                new Deed.Change(List.of("detail", "pin"), Optional.of(MISTYPED)),
                new Deed.Forward("far", "POST", "/auth", Map.of("pass", secret), false),
                Deed.Order.of(new ReplaceLostToken("SECRET9", secret, 10), "some"),
                new NotificationMail("post", secret, secret, secret, false, secret, secret, secret, "SECRET9"),
                new HandlerEffect(1, new NotificationFile(secret, secret)),
                new CauseEffects(1, List.of(new CauseEffects.Caused(new WebHookCall(secret, "json", secret), ""))),
                new FederatedServers.Passed("far", "POST", "/auth", Map.of("pass", secret), secret),
                new FederatedServers.Answered(200, secret, "http://far"),
                new Reply.Whole(Map.of("detail", MISTYPED)),
                Parameters.of(parameters));

        assertThat(holders).noneMatch(holder -> holder.toString().contains(MISTYPED));
    }
}
