package org.symbolon.store.readmodel;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.policy.rights.People;

/** Shows policies the users of the directory. */
@Component
public class DirectoryPeople implements People {

    private final UserDirectory directory;

    public DirectoryPeople(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public UserName nameOf(String typed, Optional<String> realm, String resolver) {
        return directory.nameOf(typed, realm, resolver);
    }

    @Override
    public Optional<KnownUser> find(UserName name) {
        return directory.find(name);
    }

    @Override
    public Optional<String> loginOf(String resolver, String userId) {
        return directory.loginOf(resolver, userId);
    }
}
