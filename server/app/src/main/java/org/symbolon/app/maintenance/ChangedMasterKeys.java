package org.symbolon.app.maintenance;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.masterkey.MasterKeys;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.store.masterkey.MasterKeyRotation;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyFiles;

/** Shows and changes the master key, and has the audit tell of a change. */
@Component
final class ChangedMasterKeys implements MasterKeys {

    private static final String ACTOR = "command line";

    private final MasterKeyRotation rotation;
    private final ObjectProvider<CommandSender> commands;
    private final Clock clock;
    private final MasterKeyFiles files;

    ChangedMasterKeys(
            MasterKeyRotation rotation,
            ObjectProvider<CommandSender> commands,
            Clock clock,
            @Value("${symbolon.data}") Path data) {
        this.rotation = rotation;
        this.commands = commands;
        this.clock = clock;
        this.files = MasterKeyFiles.in(data);
    }

    @Override
    public Shown show() {
        return new Shown(
                files.file(),
                files.current().map(MasterKey::fingerprint),
                rotation.noted(),
                files.next().map(key -> new Prepared(files.nextFile(), key.fingerprint())),
                files.former());
    }

    @Override
    public Prepared prepare(Optional<Path> from) {
        MasterKey next = rotation.prepare(from);
        return new Prepared(files.nextFile(), next.fingerprint());
    }

    @Override
    public Changed rotate(Optional<Path> from, Progress progress) {
        MasterKey former = rotation.begin();
        MasterKey next = rotation.prepare(from);
        tell(former, next);
        MasterKeyRotation.Outcome outcome = rotation.rotate(from, progress::at);
        return new Changed(
                outcome.former(),
                outcome.next(),
                files.file(),
                files.formerFile(outcome.former()),
                outcome.dataKeys(),
                outcome.events());
    }

    /** Before the change: what this application appends, it appends under the key that it has begun with. */
    private void tell(MasterKey former, MasterKey next) {
        Instant now = clock.instant();
        commands.getObject()
                .sendAs(
                        ACTOR,
                        new RecordRequest(CommandFacts.of(
                                "key rotate",
                                "to " + next.fingerprint(),
                                "begun; from " + former.fingerprint(),
                                now,
                                Duration.ZERO)));
    }
}
