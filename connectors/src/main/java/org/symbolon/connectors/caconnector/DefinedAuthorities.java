package org.symbolon.connectors.caconnector;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.AuthorityAnswer;
import org.symbolon.command.caconnector.port.AuthorityException;
import org.symbolon.command.caconnector.port.AuthorityException.Trouble;
import org.symbolon.command.caconnector.port.CertificateAuthorities;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.CertificateRequest;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.examination.port.Examiner;
import org.symbolon.command.examination.port.Finding;

/**
 * Hands what is asked to the kind of authority that its definition names. No more than so many threads wait for one authority: whoever
 * comes when it is slow is told so at once, so that threads are left for all who do not ask it.
 */
public final class DefinedAuthorities implements CertificateAuthorities, Examiner<Authority> {

    private static final int MOST_AT_ONE = 6;
    private static final Duration PATIENCE_WITH_WORKERS = Duration.ofSeconds(10);
    private static final Duration PATIENCE_FOR_LISTS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, AuthorityKind> kinds;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    /**
     * Those of all kinds that there are.
     *
     * @param openssl the program
     */
    public DefinedAuthorities(
            CaFolders folders, CertificateRecords records, SecureRandom random, Clock clock, String openssl) {
        this(Map.of(
                "local", new LocalAuthority(folders, records, random, clock),
                "microsoft",
                        new MicrosoftAuthority(
                                new MicrosoftWorker(folders, PATIENCE_WITH_WORKERS),
                                new MicrosoftWorker(folders, PATIENCE_FOR_LISTS)),
                "openssl", new OpensslAuthority(folders, new OpensslProgram(openssl, PATIENCE), clock)));
    }

    DefinedAuthorities(Map<String, AuthorityKind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    @Override
    public AuthorityAnswer request(Authority authority, CertificateRequest request) {
        return within(authority, () -> kind(authority).request(authority, request));
    }

    @Override
    public AuthorityAnswer ask(Authority authority, String requestId) {
        return within(authority, () -> kind(authority).ask(authority, requestId));
    }

    @Override
    public boolean giveUp(Authority authority, String certificate) {
        return within(authority, () -> kind(authority).giveUp(authority, certificate));
    }

    @Override
    public void revoke(Authority authority, RevokedCertificate certificate) {
        within(authority, () -> {
            kind(authority).revoke(authority, certificate);
            return true;
        });
    }

    @Override
    public boolean publish(Authority authority, boolean forced) {
        return within(authority, () -> kind(authority).publish(authority, forced));
    }

    @Override
    public Map<String, Object> templates(Authority authority) {
        return within(authority, () -> kind(authority).templates(authority));
    }

    @Override
    public List<String> choices(Authority authority) {
        return within(authority, () -> kind(authority).choices(authority));
    }

    @Override
    public List<Finding> examine(Authority authority) {
        try {
            return within(authority, () -> kind(authority).examine(authority));
        } catch (AuthorityException trouble) {
            return List.of(Finding.failed(trouble.getMessage()));
        }
    }

    private AuthorityKind kind(Authority authority) {
        return Optional.ofNullable(kinds.get(authority.type()))
                .orElseThrow(() -> new AuthorityException(authority.name(), Trouble.UNABLE));
    }

    private <R> R within(Authority authority, Supplier<R> work) {
        Semaphore free = places.computeIfAbsent(authority.name(), name -> new Semaphore(MOST_AT_ONE));
        if (!free.tryAcquire()) {
            throw new AuthorityException(authority.name(), Trouble.BUSY);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
