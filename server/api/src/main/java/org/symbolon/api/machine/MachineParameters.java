package org.symbolon.api.machine;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ConfigParameters;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.login.RequestUsers;
import org.symbolon.command.machine.MachineAddress;
import org.symbolon.command.machine.MachineDirectory;
import org.symbolon.projections.token.CandidateRows;

/** Reads which token, machine and options a request speaks of. */
@Component
class MachineParameters {

    static final String SERIAL = "serial";
    static final String APPLICATION = "application";
    static final String HOSTNAME = "hostname";
    static final String MACHINE = "machineid";
    static final String RESOLVER = "resolver";

    /** The machine that is meant. */
    static final Shape ADDRESS = Shape.fields("")
            .with(HOSTNAME, Shape.text("The machine, by a name that it has; any machine where none is named."))
            .with(MACHINE, Shape.text("The machine, by its id, with its resolver."))
            .with(RESOLVER, Shape.text("The machine's resolver."));

    private static final Set<String> NO_OPTIONS = Set.of(SERIAL, APPLICATION, HOSTNAME, MACHINE, RESOLVER, "nonce");

    private final MachineDirectory directory;
    private final CandidateRows tokens;
    private final RequestUsers users;

    MachineParameters(MachineDirectory directory, CandidateRows tokens, RequestUsers users) {
        this.directory = directory;
        this.tokens = tokens;
        this.users = users;
    }

    /**
     * The machine, by its id and resolver or by its name; empty if the request names none. An empty resolver means none,
     * whatever the id.
     *
     * @throws ApiException 905 if it names half a machine; otherwise as {@link MachineDirectory#withHostname}
     */
    Optional<MachineAddress> machine(Parameters parameters) {
        Optional<String> resolver = parameters.text(RESOLVER);
        Optional<String> id = parameters.nonEmptyText(MACHINE).filter(text -> !resolver.equals(Optional.of("")));
        Optional<String> hostname = parameters.nonEmptyText(HOSTNAME);
        boolean named = resolver.filter(text -> !text.isEmpty()).isPresent();
        if (id.isPresent() && named) {
            return Optional.of(new MachineAddress(resolver.get(), id.get()));
        }
        if (hostname.isPresent()) {
            return hostname.map(directory::withHostname);
        }
        if (id.isPresent()) {
            throw ApiException.missingParameter(RESOLVER);
        }
        if (named) {
            throw ApiException.missingParameter(MACHINE);
        }
        return Optional.empty();
    }

    /** All other parameters. */
    Map<String, String> options(Parameters parameters, String... noOptions) {
        Set<String> others = new HashSet<>(NO_OPTIONS);
        others.addAll(Set.of(noOptions));
        return ConfigParameters.texts(parameters, others);
    }

    /** Puts the token and whose it is into the audit. The parameters user and resolver are no part of it. */
    void note(ApiRequest request, String serial) {
        request.notes().serial(serial).resolver("");
        tokens.withSerial(serial).ifPresent(token -> {
            request.notes().tokenType(token.type());
            if (token.owner() != null) {
                users.noteOwner(request, token.owner());
            }
        });
    }
}
