package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.examination.port.Finding;
import org.symbolon.connectors.network.Deadline;

/** Runs {@code openssl ca} for authorities, for each one after the other. What it says goes to the log, and to nobody else. */
final class OpensslProgram {

    private static final Logger LOG = LoggerFactory.getLogger(OpensslProgram.class);
    private static final String ALREADY = "Already revoked";
    private static final String USUAL_CONFIGURATION = "/etc/ssl/openssl.cnf";

    private final String program;
    private final Duration patience;
    private final DirectoryLocks locks = new DirectoryLocks();

    OpensslProgram(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** Whether it is there. */
    Finding examine() {
        return Files.isExecutable(Path.of(program))
                ? Finding.ok("The program %s can be run".formatted(program))
                : Finding.failed(
                        "There is no program %s that can be run: name it in symbolon.openssl".formatted(program));
    }

    /** What is done in the directory of an authority while nobody else does anything there. */
    interface Work<R> {

        R with(Run run) throws IOException;
    }

    /**
     * Does it.
     *
     * @throws AuthorityException if that fails, or takes too long
     */
    <R> R alone(Authority authority, AuthorityFiles files, Work<R> work) {
        Deadline deadline = Deadline.in(patience);
        try {
            Run run = new Run(authority, files, deadline);
            return locks.alone(files.workingDirectory(), deadline, () -> work.with(run));
        } catch (BoundedProgram.LateException late) {
            throw new AuthorityException(authority.name(), Trouble.TOO_SLOW);
        } catch (IOException failed) {
            LOG.warn("The CA connector {} cannot work in its directory: {}", authority.name(), failed.toString());
            throw new AuthorityException(authority.name(), Trouble.FAULTY, "see the log of the server");
        }
    }

    /** One turn of an authority. */
    final class Run {

        private final Authority authority;
        private final AuthorityFiles files;
        private final Deadline deadline;

        private Run(Authority authority, AuthorityFiles files, Deadline deadline) {
            this.authority = authority;
            this.files = files;
            this.deadline = deadline;
        }

        /** Has openssl do this, or fails with the trouble. */
        void ca(List<String> arguments, Trouble otherwise) throws IOException {
            require(ended(arguments), otherwise);
        }

        /** What is revoked already is as wanted. */
        void revoke(Path certificate, RevocationReason reason) throws IOException {
            BoundedProgram.Ended ended =
                    ended(List.of("-revoke", certificate.toString(), "-crl_reason", reason.text()));
            if (!ended.output().contains(ALREADY)) {
                require(ended, Trouble.FAULTY);
            }
        }

        private void require(BoundedProgram.Ended ended, Trouble otherwise) {
            if (ended.code() != 0) {
                LOG.warn(
                        "openssl ended with {} for the CA connector {}: {}",
                        ended.code(),
                        authority.name(),
                        ended.output().strip());
                throw new AuthorityException(
                        authority.name(), otherwise, "openssl ended with " + ended.code() + ", see the log");
            }
        }

        private BoundedProgram.Ended ended(List<String> arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    program,
                    "ca",
                    "-batch",
                    "-config",
                    files.configuration().map(Path::toString).orElse(USUAL_CONFIGURATION),
                    "-keyfile",
                    files.key().toString(),
                    "-cert",
                    files.certificate().toString()));
            if (!files.password().isEmpty()) {
                command.addAll(List.of("-passin", "stdin"));
            }
            command.addAll(arguments);
            return BoundedProgram.run(command, files.workingDirectory(), files.password(), deadline);
        }
    }
}
