package org.symbolon.app.wiring;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.api.kernel.ClientAddress;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RowsOfStrangers;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.login.TrustedIssuers;
import org.symbolon.api.kernel.wire.EnvelopeWriter;
import org.symbolon.api.kernel.wire.ResponseSigner;
import org.symbolon.api.kernel.wire.SignatureMode;
import org.symbolon.api.kernel.wire.WireVersion;
import org.symbolon.api.validate.ChallengesForAnybody;
import org.symbolon.api.validate.Invitations;
import org.symbolon.api.validate.NamelessChallenges;
import org.symbolon.command.shared.Randomness;
import org.symbolon.policy.LoginPageLooks;
import org.symbolon.policy.LoginPagePolicies;
import org.symbolon.policy.asking.AskedPolicies;
import org.symbolon.policy.asking.Policies;
import org.symbolon.web.WebuiServlet;

/** Wires what the HTTP edge has of the server's keys and settings, and the page that people log in on. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /** A bare {@code off} in a YAML file arrives as {@code false}. */
    private static final Set<String> OFF = Set.of("off", "false");

    @Bean
    RowsOfStrangers rowsOfStrangers(@Value("${symbolon.rows-of-strangers:1000}") int mostOfOne) {
        return new RowsOfStrangers(mostOfOne, System::nanoTime);
    }

    @Bean
    LoginTokens loginTokens(ServerKeys keys, TrustedIssuers trusted, Clock clock) {
        return new LoginTokens(keys.loginTokenKey(), trusted, clock);
    }

    @Bean
    NamelessChallenges namelessChallenges(ServerKeys keys, Randomness randomness, Clock clock) {
        return new NamelessChallenges(keys.loginTokenKey(), randomness, clock);
    }

    @Bean
    ChallengesForAnybody challengesForAnybody(ServerKeys keys, Randomness randomness, Clock clock) {
        return new ChallengesForAnybody(keys.loginTokenKey(), randomness, clock);
    }

    @Bean
    EnvelopeWriter envelopeWriter(
            ServerKeys keys,
            Clock clock,
            @Value("${symbolon.response-signature:always}") String signature,
            @Value("${symbolon.wire-version:2.10.0}") String version) {
        ResponseSigner signer = new ResponseSigner(keys.responseKey(), SignatureMode.of(signature));
        return new EnvelopeWriter(signer, new WireVersion(version), clock);
    }

    /** None of the API's: it is what policies know the page by. */
    @Bean
    Route loginPage() {
        return Route.open("GET", "/", request -> Reply.empty(204)).asks(LoginPagePolicies.ACTIONS);
    }

    @Bean
    ServletRegistrationBean<WebuiServlet> webuiServlet(
            LoginPagePolicies looks,
            Invitations invitations,
            Policies policies,
            ClientAddress addresses,
            @Value("${symbolon.webui:on}") String wanted) {
        ServletRegistrationBean<WebuiServlet> registration = new ServletRegistrationBean<>(
                new WebuiServlet(asked -> looks(looks, invitations, policies.at(asked, name -> {})), addresses),
                "",
                WebuiServlet.FOLDER + "/*");
        registration.setName("webui");
        registration.setEnabled(!OFF.contains(wanted));
        return registration;
    }

    /** Nobody is offered what nobody can do. */
    private static LoginPageLooks looks(LoginPagePolicies looks, Invitations invitations, AskedPolicies asked) {
        LoginPageLooks wanted = looks.looks(asked);
        return wanted.passkeys() && !invitations.areThereToServer(asked) ? wanted.withoutPasskeys() : wanted;
    }
}
