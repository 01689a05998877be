package org.symbolon.app.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.api.kernel.ProxySetting;
import org.symbolon.api.kernel.login.LoginRevocations;
import org.symbolon.api.token.TokenPages;
import org.symbolon.command.auth.port.Holders;
import org.symbolon.command.auth.port.PinResets;
import org.symbolon.command.auth.port.PinResets.PinReset;
import org.symbolon.command.auth.port.Revocations;
import org.symbolon.command.auth.port.TokensByEntry;
import org.symbolon.command.auth.port.UnownedTokenSearch;
import org.symbolon.command.auth.port.UserPasswords;
import org.symbolon.command.challenge.ChallengeCommands;
import org.symbolon.command.challenge.Challenges;
import org.symbolon.command.challenge.port.OpenTransactions;
import org.symbolon.command.token.SearchedToken;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.user.TokenHolders;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.projections.auth.RevokedLogins;
import org.symbolon.projections.challenge.ChallengeRows;
import org.symbolon.projections.challenge.PinResetRows;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.query.token.TokenFilter;

/** Wires what decisions and the edge ask to the read models that know it. */
@Configuration(proxyBeanMethods = false)
class PortConfiguration {

    @Bean
    Supplier<ConfigurationView> configurationView(ConfigurationViews views) {
        return views::current;
    }

    /** A user whose realm or resolver is gone has no password. */
    @Bean
    UserPasswords userPasswords(UserDirectory directory) {
        return (user, password) ->
                directory.passwordMatches(new KnownUser("", user.realm(), user.resolver(), user.userId()), password);
    }

    @Bean
    Holders holders(UserDirectory directory) {
        TokenHolders holders = new TokenHolders(directory);
        return (login, owner, whole) -> {
            String name = login == null
                    ? directory.loginOf(owner.resolver(), owner.userId()).orElse("")
                    : login;
            KnownUser user = new KnownUser(name, owner.realm(), owner.resolver(), owner.userId());
            return whole ? holders.asFarAsKnown(user) : new Holder(name, owner.realm());
        };
    }

    @Bean
    UnownedTokenSearch unownedTokenSearch(TokenPages tokens) {
        return (realm, types) ->
                tokens.of(TokenFilter.all().assigned(false).active(true).realm(realm), types, List.of());
    }

    @Bean
    TokensByEntry tokensByEntry(TokenPages tokens) {
        return (type, entry, value) ->
                tokens.of(TokenFilter.all().active(true).info(entry, value), List.of(type), List.of()).first(2).stream()
                        .map(SearchedToken::serial)
                        .toList();
    }

    @Bean
    Revocations revocations(RevokedLogins revoked) {
        return revoked::anyExpiredBefore;
    }

    @Bean
    LoginRevocations loginRevocations(RevokedLogins revoked) {
        return revoked::contains;
    }

    @Bean
    OpenTransactions openTransactions(ChallengeRows rows) {
        return rows::openTransactions;
    }

    @Bean
    ChallengeCommands challengeCommands(Challenges challenges, ChallengeRows rows, EventStore events, Clock clock) {
        return new ChallengeCommands(challenges, rows::anyExpiredBefore, events, clock);
    }

    @Bean
    PinResets pinResets(JdbcOperations jdbc, Clock clock) {
        PinResetRows rows = new PinResetRows(jdbc);
        return id -> only(rows.validAt(clock.instant(), id));
    }

    private static Optional<PinReset> only(List<PinResetRows.Row> rows) {
        return rows.size() == 1
                ? Optional.of(new PinReset(rows.get(0).serial(), rows.get(0).remembered()))
                : Optional.empty();
    }

    @Bean
    ProxySetting proxySetting(ConfigurationViews views) {
        return () -> Optional.of("OverrideAuthorizationClient")
                .flatMap(key -> views.current().setting(key))
                .map(ConfigEntry::value)
                .orElse("");
    }
}
