package org.symbolon.server.policy;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginEnrolment;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.shared.Randomness;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.projections.token.CandidateRows;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.RequestRights;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.policy.asking.Policies;
import org.symbolon.server.policy.rights.LoginRights;
import org.symbolon.server.policy.rights.Surroundings;
import org.symbolon.server.query.QueryDispatcher;
import org.symbolon.server.readmodel.DirectoryPeople;
import org.symbolon.server.readmodel.RealmLookups;
import org.symbolon.server.readmodel.SubjectLookups;
import org.symbolon.server.readmodel.TokenPlaceLookups;

/** Wires the policies and what enforces them. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    @Bean
    Policies policies(
            Supplier<ConfigurationView> configuration,
            UserDirectory directory,
            QueryDispatcher queries,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        return new Policies(() -> configuration.get().policies(), new SubjectLookups(directory, queries), node, clock);
    }

    @Bean
    Surroundings surroundings(
            UserDirectory directory,
            CandidateRows tokens,
            QueryDispatcher queries,
            Supplier<ConfigurationView> configuration) {
        return new Surroundings(
                new DirectoryPeople(directory),
                new RealmLookups(configuration),
                new TokenPlaceLookups(tokens, queries));
    }

    @Bean
    LoginRights loginRights(Surroundings around) {
        return new LoginRights(around.people());
    }

    @Bean
    TokenQuestions tokenQuestions(UserDirectory directory, CandidateRows candidates) {
        return new TokenQuestions(directory, candidates);
    }

    @Bean
    PinRulePolicies pinRulePolicies(TokenQuestions questions) {
        return new PinRulePolicies(questions);
    }

    @Bean
    TokenPolicies tokenPolicies(
            TokenQuestions questions,
            PinRulePolicies pinRules,
            CandidateRows candidates,
            TokenCensus census,
            Supplier<ConfigurationView> configuration,
            Randomness randomness,
            Clock clock) {
        return new TokenPolicies(
                new TokenLimitPolicies(questions, census, candidates),
                new PinPolicies(
                        questions,
                        pinRules,
                        () -> configuration.get().defaultRealm().map(RealmView::name),
                        randomness,
                        clock),
                pinRules,
                new EnrolmentPolicies(questions),
                new EnrolmentStepPolicies(questions),
                new LostTokenPolicies(questions, randomness));
    }

    @Bean
    LoginSubjects loginSubjects(UserDirectory directory, CandidateTokens tokens) {
        return new LoginSubjects(directory, tokens);
    }

    @Bean
    OwedTokenPolicies owedTokenPolicies(TokenTypes types, UserDirectory directory) {
        return new OwedTokenPolicies(types, directory);
    }

    @Bean
    LoginTermPolicies loginPolicies(LoginSubjects subjects, PinRulePolicies pinRules, OwedTokenPolicies owedTokens) {
        return new LoginTermPolicies(subjects, new NewPinPolicies(pinRules), owedTokens);
    }

    @Bean
    ClaimPolicies claimPolicies(TokenPolicies tokens) {
        return new ClaimPolicies(tokens.limits());
    }

    @Bean
    LoginLayerPolicies loginLayers(QueryDispatcher queries, Clock clock, ClaimPolicies claims) {
        return new LoginLayerPolicies(queries, clock, claims);
    }

    @Bean
    RemoteUserPolicies remoteUserPolicies(Supplier<ConfigurationView> configuration) {
        return new RemoteUserPolicies(configuration);
    }

    @Bean
    WebuiPolicies webuiPolicies(
            Supplier<ConfigurationView> configuration, Evidence evidence, @Value("${symbolon.node}") String node) {
        return new WebuiPolicies(configuration, user -> evidence.hasTokens(user.asOwner()), node);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(
            Supplier<ConfigurationView> configuration, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(configuration, node);
    }

    @Bean
    LoginSteps loginSteps(
            LoginSubjects subjects,
            RequestLogin logins,
            QueryDispatcher queries,
            UserDirectory directory,
            LoginTermPolicies terms,
            OwedTokenPolicies owedTokens,
            LoginEnrolment enrolments,
            ClaimPolicies claims,
            WebuiPolicies webui,
            LoginPagePolicies page) {
        return new LoginSteps(
                new RewritePolicies(subjects),
                new ApiKeyPolicies(subjects, logins),
                terms,
                claims,
                new UsedTokenPolicies(subjects, queries),
                new AnswerPolicies(subjects, directory),
                new LoginEnrolmentPolicies(owedTokens, enrolments, terms, subjects),
                webui,
                page);
    }

    @Bean
    EndpointPolicies endpointPolicies(
            Policies policies,
            Surroundings around,
            TokenPolicies tokens,
            LoginSteps logIns,
            ObjectProvider<Endpoint> endpoints) {
        EndpointPolicies table = new EndpointPolicies(new RequestRights(policies, around), () -> routes(endpoints));
        return PolicyTable.written(table, tokens, logIns);
    }

    private static List<Route> routes(ObjectProvider<Endpoint> endpoints) {
        return endpoints
                .orderedStream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .toList();
    }
}
