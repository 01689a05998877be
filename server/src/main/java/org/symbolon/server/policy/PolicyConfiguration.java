package org.symbolon.server.policy;

import java.time.Clock;
import java.util.function.Supplier;
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
import org.symbolon.server.http.login.RequestLogin;
import org.symbolon.server.query.QueryDispatcher;

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
        return new Policies(configuration, new SubjectFacts(directory, queries), node, clock);
    }

    @Bean
    RightTargets rightTargets(
            UserDirectory directory,
            CandidateRows tokens,
            QueryDispatcher queries,
            Supplier<ConfigurationView> configuration) {
        return new RightTargets(directory, tokens, queries, configuration);
    }

    @Bean
    RightPolicies rightPolicies(Policies policies, RightTargets targets) {
        return new RightPolicies(policies, targets);
    }

    @Bean
    ImportReach importReach(RightPolicies rights, RightTargets targets, CandidateRows tokens) {
        return new ImportReach(rights, targets, tokens);
    }

    @Bean
    ListPolicies listPolicies(
            Policies policies,
            RightTargets targets,
            Supplier<ConfigurationView> configuration,
            UserDirectory directory) {
        return new ListPolicies(policies, targets, configuration, directory);
    }

    @Bean
    HistoryPolicies historyPolicies(RightPolicies rights, RightTargets targets) {
        return new HistoryPolicies(rights, targets);
    }

    @Bean
    AttributePolicies attributePolicies(Policies policies, RightTargets targets) {
        return new AttributePolicies(policies, targets);
    }

    @Bean
    LoginRights loginRights(Policies policies, UserDirectory directory) {
        return new LoginRights(policies, directory);
    }

    @Bean
    TokenQuestions tokenQuestions(Policies policies, UserDirectory directory, CandidateRows candidates) {
        return new TokenQuestions(policies, directory, candidates);
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
    OwedTokenPolicies owedTokenPolicies(Policies policies, TokenTypes types, UserDirectory directory) {
        return new OwedTokenPolicies(policies, types, directory);
    }

    @Bean
    LoginTermPolicies loginPolicies(
            Policies policies, LoginSubjects subjects, PinRulePolicies pinRules, OwedTokenPolicies owedTokens) {
        return new LoginTermPolicies(policies, subjects, new NewPinPolicies(pinRules), owedTokens);
    }

    @Bean
    ClaimPolicies claimPolicies(Policies policies, TokenPolicies tokens) {
        return new ClaimPolicies(policies, tokens.limits());
    }

    @Bean
    LoginLayerPolicies loginLayers(Policies policies, QueryDispatcher queries, Clock clock, ClaimPolicies claims) {
        return new LoginLayerPolicies(policies, queries, clock, claims);
    }

    @Bean
    RemoteUserPolicies remoteUserPolicies(Policies policies, Supplier<ConfigurationView> configuration) {
        return new RemoteUserPolicies(policies, configuration);
    }

    @Bean
    WebuiPolicies webuiPolicies(
            Policies policies,
            Supplier<ConfigurationView> configuration,
            Evidence evidence,
            @Value("${symbolon.node}") String node) {
        return new WebuiPolicies(policies, configuration, user -> evidence.hasTokens(user.asOwner()), node);
    }

    @Bean
    LoginPagePolicies loginPagePolicies(
            Policies policies, Supplier<ConfigurationView> configuration, @Value("${symbolon.node}") String node) {
        return new LoginPagePolicies(policies, configuration, node);
    }

    @Bean
    LoginSteps loginSteps(
            Policies policies,
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
                new RewritePolicies(policies, subjects),
                new ApiKeyPolicies(policies, subjects, logins),
                terms,
                claims,
                new UsedTokenPolicies(policies, subjects, queries),
                new AnswerPolicies(policies, subjects, directory),
                new LoginEnrolmentPolicies(owedTokens, enrolments, terms, subjects),
                webui,
                page);
    }

    @Bean
    EndpointPolicies endpointPolicies(
            RightPolicies rights,
            ListPolicies lists,
            HistoryPolicies histories,
            AttributePolicies attributes,
            TokenPolicies tokens,
            LoginSteps logIns) {
        return PolicyTable.of(rights, lists, histories, attributes, tokens, logIns);
    }
}
