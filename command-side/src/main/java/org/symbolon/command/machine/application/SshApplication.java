package org.symbolon.command.machine.application;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.tokentype.AuthorizedKey;

/** Log-ins by SSH: the machine gets the key of each token whose type has one. */
public final class SshApplication implements MachineApplication {

    private static final List<ApplicationOption> OPTIONS = List.of(
            ApplicationOption.text("user", "The account on the machine that the key opens."),
            new ApplicationOption(
                    "service_id",
                    ApplicationOption.Kind.TEXT,
                    "The service whose machines accept the key.",
                    new ApplicationOption.ServiceIds()));

    @Override
    public String name() {
        return "ssh";
    }

    @Override
    public List<ApplicationOption> options() {
        return OPTIONS;
    }

    @Override
    public Optional<AuthItem> itemFor(ApplicationToken token, ItemRequest request) {
        return token.type()
                .filter(AuthorizedKey.class::isInstance)
                .map(type -> ((AuthorizedKey) type).authorizedKey(token.view()))
                .map(AuthItem.AuthorizedKey::new);
    }
}
