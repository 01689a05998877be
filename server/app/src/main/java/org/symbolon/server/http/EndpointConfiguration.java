package org.symbolon.server.http;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.command.secret.PinVerifier;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.EnrolmentEvidence;
import org.symbolon.command.token.ValueSearch;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.connectors.passwd.PasswdStoreType;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.FindAdmin;
import org.symbolon.query.sending.QueryDispatcher;
import org.symbolon.server.http.audit.AuditEndpoint;
import org.symbolon.server.http.auth.AdminPasswords;
import org.symbolon.server.http.auth.AuthEndpoint;
import org.symbolon.server.http.auth.RemoteUsers;
import org.symbolon.server.http.auth.TokenLogin;
import org.symbolon.server.http.config.SystemEndpoint;
import org.symbolon.server.http.login.LoginTokens;
import org.symbolon.server.http.login.RequestUsers;
import org.symbolon.server.http.policy.PolicyDiffEndpoint;
import org.symbolon.server.http.policy.PolicyEndpoint;
import org.symbolon.server.http.policy.PolicyFileEndpoint;
import org.symbolon.server.http.realm.RealmEndpoint;
import org.symbolon.server.http.resolver.ResolverEndpoint;
import org.symbolon.server.http.smtpserver.MailTrial;
import org.symbolon.server.http.token.EnrolmentEndpoint;
import org.symbolon.server.http.token.TokenCopyEndpoint;
import org.symbolon.server.http.token.TokenEndpoint;
import org.symbolon.server.http.token.TokenJson;
import org.symbolon.server.http.token.TokenListEndpoint;
import org.symbolon.server.http.token.TokenOwnerEndpoint;
import org.symbolon.server.http.token.TokenPages;
import org.symbolon.server.http.token.TokenSearchEndpoint;
import org.symbolon.server.http.token.TokenSelection;
import org.symbolon.server.http.token.TokenSettingsEndpoint;
import org.symbolon.server.http.tokentype.TokenTypeEndpoint;
import org.symbolon.server.http.validate.AwaitedQuestions;
import org.symbolon.server.http.validate.LoginRequests;
import org.symbolon.server.http.validate.NamelessLogins;
import org.symbolon.server.http.validate.SamlAttributes;
import org.symbolon.server.http.validate.TriggerEndpoint;
import org.symbolon.server.http.validate.ValidateEndpoint;
import org.symbolon.server.policy.enrolment.TokenPolicies;
import org.symbolon.server.policy.rights.LoginRights;

/** Wires the endpoints, one bean for each feature. */
@Configuration(proxyBeanMethods = false)
public class EndpointConfiguration {

    @Bean
    Supplier<ConfigurationView> configurationView(ConfigurationViews views) {
        return views::current;
    }

    @Bean
    UserStoreTypes userStoreTypes() {
        return new UserStoreTypes(List.of(new PasswdStoreType()));
    }

    @Bean
    TokenSelection tokenSelection(CandidateRows rows, RequestUsers users) {
        return new TokenSelection(rows, users);
    }

    @Bean
    AuthEndpoint authEndpoint(
            QueryDispatcher queries,
            UserDirectory directory,
            PasswordHasher hasher,
            LoginTokens tokens,
            TokenTypes types,
            LoginRights rights,
            TokenLogin tokenLogin,
            LoginRequests requests,
            RemoteUsers remoteUsers,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        AdminPasswords admins = new AdminPasswords(
                name -> queries.find(new FindAdmin(name), AdminView.class).map(AdminView::passwordHash), hasher);
        return new AuthEndpoint(
                admins, directory, tokens, types, rights, tokenLogin, requests, remoteUsers, superuserRealms);
    }

    @Bean
    ValidateEndpoint validateEndpoint(
            LoginRequests requests,
            Evidence evidence,
            CommandDispatcher commands,
            AwaitedQuestions awaited,
            RequestUsers users,
            UserDirectory directory,
            SystemSettings settings,
            NamelessLogins nameless) {
        return new ValidateEndpoint(
                requests, evidence, commands, awaited, users, new SamlAttributes(directory, settings), nameless);
    }

    @Bean
    TriggerEndpoint triggerEndpoint(
            LoginRequests requests,
            Evidence evidence,
            CommandDispatcher commands,
            AwaitedQuestions awaited,
            RequestUsers users,
            NamelessLogins nameless) {
        return new TriggerEndpoint(requests, evidence, commands, awaited, users, nameless);
    }

    @Bean
    EnrolmentEndpoint enrolmentEndpoint(
            CommandDispatcher commands,
            TokenPolicies policies,
            TokenSelection selection,
            RequestUsers users,
            UserDirectory directory,
            EnrolmentEvidence evidence,
            TokenTypes types,
            PinVerifier pins,
            AwaitedEffects effects) {
        return new EnrolmentEndpoint(commands, policies, selection, users, directory, evidence, types, pins, effects);
    }

    @Bean
    TokenTypeEndpoint tokenTypeEndpoint(CommandDispatcher commands, TokenTypes types, MailTrial mail) {
        return new TokenTypeEndpoint(commands, types, mail);
    }

    @Bean
    TokenEndpoint tokenEndpoint(CommandDispatcher commands, TokenPolicies policies, TokenSelection selection) {
        return new TokenEndpoint(commands, policies, selection);
    }

    @Bean
    TokenOwnerEndpoint tokenOwnerEndpoint(
            CommandDispatcher commands,
            TokenPolicies policies,
            TokenSelection selection,
            RequestUsers users,
            UserDirectory directory,
            PinVerifier pins) {
        return new TokenOwnerEndpoint(commands, policies, selection, users, directory, pins);
    }

    @Bean
    TokenCopyEndpoint tokenCopyEndpoint(
            CommandDispatcher commands, TokenPolicies policies, TokenSelection selection, RequestUsers users) {
        return new TokenCopyEndpoint(commands, policies, selection, users);
    }

    @Bean
    TokenSettingsEndpoint tokenSettingsEndpoint(
            CommandDispatcher commands, TokenSelection selection, UserDirectory directory) {
        return new TokenSettingsEndpoint(commands, selection, directory);
    }

    @Bean
    TokenListEndpoint tokenListEndpoint(
            QueryDispatcher queries, RequestUsers users, TokenSelection selection, UserDirectory directory) {
        return new TokenListEndpoint(queries, users, selection, new TokenJson(directory));
    }

    @Bean
    TokenPages tokenPages(QueryDispatcher queries, TokenTypes types) {
        return new TokenPages(queries, types);
    }

    @Bean
    TokenSearchEndpoint tokenSearchEndpoint(ValueSearch search, TokenPages tokens) {
        return new TokenSearchEndpoint(search, tokens);
    }

    @Bean
    AuditEndpoint auditEndpoint(QueryDispatcher queries, Clock clock) {
        return new AuditEndpoint(queries, clock);
    }

    @Bean
    ResolverEndpoint resolverEndpoint(
            CommandDispatcher commands, ConfigurationSource configuration, UserStoreTypes types, SecretVault vault) {
        return new ResolverEndpoint(commands, configuration, types, vault);
    }

    @Bean
    RealmEndpoint realmEndpoint(
            CommandDispatcher commands,
            ConfigurationSource configuration,
            @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
        return new RealmEndpoint(commands, configuration, superuserRealms);
    }

    @Bean
    ConfigurationSource configurationSource(Supplier<ConfigurationView> configuration, QueryDispatcher queries) {
        return new ConfigurationSource(configuration, queries);
    }

    @Bean
    PolicyEndpoint policyEndpoint(CommandDispatcher commands, ConfigurationSource configuration) {
        return new PolicyEndpoint(commands, configuration);
    }

    @Bean
    PolicyDiffEndpoint policyDiffEndpoint(ConfigurationSource configuration) {
        return new PolicyDiffEndpoint(configuration);
    }

    @Bean
    PolicyFileEndpoint policyFileEndpoint(CommandDispatcher commands, Supplier<ConfigurationView> configuration) {
        return new PolicyFileEndpoint(commands, configuration);
    }

    @Bean
    SystemEndpoint systemEndpoint(
            CommandDispatcher commands, ConfigurationSource configuration, Randomness randomness) {
        return new SystemEndpoint(commands, configuration, randomness);
    }
}
