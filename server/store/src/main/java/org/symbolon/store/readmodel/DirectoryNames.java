package org.symbolon.store.readmodel;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.port.CandidateTokens;
import org.symbolon.command.auth.port.CandidateTokens.Candidate;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.LoginNames;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;

/** The users and tokens that policies about log-ins want to know, from the user directory. */
@Component
public class DirectoryNames implements LoginNames {

    private final UserDirectory directory;
    private final CandidateTokens tokens;
    private final Supplier<ConfigurationView> configuration;

    public DirectoryNames(UserDirectory directory, CandidateTokens tokens, Supplier<ConfigurationView> configuration) {
        this.directory = directory;
        this.tokens = tokens;
        this.configuration = configuration;
    }

    @Override
    public UserName nameOf(String login, Optional<String> realm, String resolver) {
        return directory.nameOf(login, realm, resolver);
    }

    @Override
    public Optional<KnownUser> find(UserName name) {
        return directory.find(name);
    }

    @Override
    public Optional<String> defaultRealm() {
        return configuration.get().defaultRealm().map(RealmView::name);
    }

    @Override
    public Optional<KnownUser> ownerOf(String serial) {
        return tokens.withSerial(serial).map(Candidate::owner).flatMap(this::known);
    }

    private Optional<KnownUser> known(TokenOwner owner) {
        return directory
                .loginOf(owner.resolver(), owner.userId())
                .map(login -> new KnownUser(
                        login, Objects.requireNonNullElse(owner.realm(), ""), owner.resolver(), owner.userId()));
    }
}
