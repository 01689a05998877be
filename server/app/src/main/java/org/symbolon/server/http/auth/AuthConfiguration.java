package org.symbolon.server.http.auth;

import java.time.Clock;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.apikey.ApiKey;
import org.symbolon.command.apikey.ApiKeyCommands;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.RemoveExpiredRevocations;
import org.symbolon.command.auth.RevocationCommands;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.projections.auth.CachedLoginProjection;
import org.symbolon.projections.auth.RevokedLoginProjection;
import org.symbolon.projections.auth.RevokedLogins;
import org.symbolon.server.cli.Administrators;
import org.symbolon.server.eventstore.Notice;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.login.IssuedApiKeys;
import org.symbolon.server.http.login.LoginRevocations;
import org.symbolon.server.http.login.LoginTokens;
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.http.validate.AwaitedQuestions;
import org.symbolon.server.maintenance.Chore;
import org.symbolon.server.readmodel.GroupedProjector;
import org.symbolon.server.readmodel.ReadModelGroup;
import org.symbolon.server.readmodel.RevocationNotices;

/** Wires what ends log-ins, from the commands to the endpoint. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AuthConfiguration {

    @Bean
    RevocationCommands revocationCommands(
            Configuration configuration, RevokedLogins revoked, EventStore events, Clock clock) {
        return new RevocationCommands(
                configuration.repository(RevokedLogin.class), revoked::anyExpiredBefore, events, clock);
    }

    @Bean
    Chore removalOfExpiredRevocations() {
        return new Chore("expired revocations of log-ins", new RemoveExpiredRevocations());
    }

    @Bean
    RevokedLoginProjection revokedLoginProjection(JdbcOperations jdbc) {
        return new RevokedLoginProjection(jdbc);
    }

    @Bean
    GroupedProjector revokedLoginModel(RevokedLoginProjection projection) {
        return new GroupedProjector(ReadModelGroup.LOGINS, projection);
    }

    /** The configuration's views bring the read models' schema up to date. */
    @Bean
    @DependsOn("configurationViews")
    RevokedLogins revokedLogins(JdbcOperations jdbc, Clock clock) {
        RevokedLogins revoked = new RevokedLogins(jdbc, clock);
        revoked.reload();
        return revoked;
    }

    @Bean
    RevocationNotices revocationNotices(RevokedLogins revoked, JdbcOperations jdbc) {
        return new RevocationNotices(revoked, jdbc);
    }

    @Bean
    Notice revocationNotice(RevocationNotices notices) {
        return notices.asNotice();
    }

    @Bean
    LoginRevocations loginRevocations(RevokedLogins revoked) {
        return revoked::contains;
    }

    @Bean
    CachedLoginProjection cachedLoginProjection(JdbcOperations jdbc) {
        return new CachedLoginProjection(jdbc);
    }

    @Bean
    GroupedProjector cachedLoginModel(CachedLoginProjection projection) {
        return new GroupedProjector(ReadModelGroup.LOGINS, projection);
    }

    @Bean
    TokenLogin tokenLogin(Evidence evidence, CommandDispatcher commands, AwaitedQuestions awaited) {
        return new TokenLogin(evidence, commands, awaited);
    }

    @Bean
    RemoteUsers remoteUsers(@Value("${symbolon.remote-user-proxies:}") List<String> trusted) {
        return new RemoteUsers(trusted);
    }

    @Bean
    IssuedApiKeys issuedApiKeys(LoginTokens tokens, Administrators administrators, CommandSender commands) {
        return new IssuedApiKeys(tokens, administrators, commands);
    }

    @Bean
    ApiKeyCommands apiKeyCommands(Configuration configuration, RevocationCommands revocations) {
        return new ApiKeyCommands(configuration.repository(ApiKey.class), revocations);
    }

    @Bean
    LogOutEndpoint logOutEndpoint(CommandDispatcher commands, RequestLogin logins) {
        return new LogOutEndpoint(commands, logins);
    }
}
