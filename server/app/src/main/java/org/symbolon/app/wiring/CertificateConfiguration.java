package org.symbolon.app.wiring;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.connectors.caconnector.CaFolders;
import org.symbolon.connectors.caconnector.CertificateKeys;
import org.symbolon.connectors.caconnector.DefinedAuthorities;

/** Wires what asks certificate authorities. */
@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    /** Where authorities of one's own are, unless somebody says otherwise. */
    private static final String OWN = "ca";

    @Bean
    CaFolders caFolders(@Value("${symbolon.ca-directories:}") String configured, @Value("${symbolon.data}") Path data)
            throws IOException {
        if (configured.isBlank()) {
            return new CaFolders(List.of(Files.createDirectories(data.resolve(OWN))));
        }
        return new CaFolders(Arrays.stream(configured.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .toList());
    }

    @Bean
    DefinedAuthorities certificateAuthorities(
            CaFolders folders,
            CertificateRecords records,
            SecureRandom random,
            Clock clock,
            @Value("${symbolon.openssl:/usr/bin/openssl}") String openssl) {
        return new DefinedAuthorities(folders, records, random, clock, openssl);
    }

    @Bean
    CertificateKeys certificateKeys(SecureRandom random) {
        return new CertificateKeys(random);
    }
}
