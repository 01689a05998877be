package org.symbolon.connectors.trustanchors;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.metadata.LocalFilesMetadataStatementsProvider;
import com.webauthn4j.metadata.data.MetadataBLOB;
import com.webauthn4j.metadata.data.MetadataBLOBFactory;
import com.webauthn4j.metadata.data.MetadataBLOBPayloadEntry;
import com.webauthn4j.metadata.data.statement.MetadataStatement;
import com.webauthn4j.metadata.data.toc.AuthenticatorStatus;
import com.webauthn4j.metadata.data.toc.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.connectors.trustanchors.TrustedMakers.Model;
import tools.jackson.core.JacksonException;

/**
 * Reads what is published of models of devices: a metadata statement of one ({@code *.json}), or the signed list of all that the FIDO
 * Alliance publishes ({@code *.jwt}, FIDO Metadata Service v3.1). Nobody is asked over the network.
 */
final class PublishedModels {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedModels.class);

    /** After any of these a device proves nothing by its certificate any more. */
    private static final Set<AuthenticatorStatus> WITHDRAWING = Set.of(
            AuthenticatorStatus.REVOKED,
            AuthenticatorStatus.ATTESTATION_KEY_COMPROMISE,
            AuthenticatorStatus.USER_KEY_REMOTE_COMPROMISE,
            AuthenticatorStatus.USER_KEY_PHYSICAL_COMPROMISE,
            AuthenticatorStatus.USER_VERIFICATION_BYPASS);

    /** Made for the first file: it brings a whole library for JSON, which no start should have to wait for. */
    private static final class Converter {

        private static final ObjectConverter OF_METADATA = new ObjectConverter();
    }

    /** What a file says; nothing where it is none of the two. */
    List<Model> in(Path file) {
        try {
            return file.toString().endsWith(".jwt") ? listed(file) : stated(file);
        } catch (IOException
                | DataConversionException
                | JacksonException
                | IllegalArgumentException
                | IllegalStateException unreadable) {
            LOG.warn("The file {} holds no metadata of devices: {}", file, unreadable.toString());
            return List.of();
        }
    }

    /** When a list says that the next one comes; empty if the file is none. */
    Optional<LocalDate> nextOf(Path file) {
        try {
            return Optional.of(blob(file).getPayload().getNextUpdate());
        } catch (IOException | DataConversionException | IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    private MetadataBLOB blob(Path file) throws IOException {
        return new MetadataBLOBFactory(Converter.OF_METADATA)
                .parse(Files.readString(file).strip());
    }

    private List<Model> stated(Path file) {
        return new LocalFilesMetadataStatementsProvider(Converter.OF_METADATA, file)
                .provide().stream().map(statement -> model(statement, false)).toList();
    }

    private List<Model> listed(Path file) throws IOException {
        MetadataBLOB list = blob(file);
        if (!list.isValidSignature()) {
            LOG.warn("The list {} of models of devices is not signed rightly", file);
            return List.of();
        }
        return list.getPayload().getEntries().stream()
                .filter(entry -> entry.getMetadataStatement() != null)
                .map(entry -> model(entry.getMetadataStatement(), isWithdrawn(entry)))
                .toList();
    }

    private static boolean isWithdrawn(MetadataBLOBPayloadEntry entry) {
        return entry.getStatusReports().stream().map(StatusReport::getStatus).anyMatch(WITHDRAWING::contains);
    }

    private static Model model(MetadataStatement statement, boolean withdrawn) {
        List<X509Certificate> roots = statement.getAttestationRootCertificates();
        return new Model(
                Stream.ofNullable(statement.getAaguid())
                        .filter(model -> !model.equals(AAGUID.ZERO))
                        .map(PublishedModels::digits)
                        .collect(Collectors.toSet()),
                Stream.ofNullable(statement.getAttestationCertificateKeyIdentifiers())
                        .flatMap(List::stream)
                        .map(key -> key.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                roots == null ? List.of() : roots,
                withdrawn);
    }

    private static String digits(AAGUID model) {
        return model.toString().replace("-", "");
    }
}
