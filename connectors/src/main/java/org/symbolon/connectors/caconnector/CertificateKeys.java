package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBEOutputEncryptorBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.util.io.pem.PemReader;
import org.symbolon.command.caconnector.port.Subject;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.connectors.crypto.BouncyCastle;
import org.symbolon.events.shared.Secret;

/** Makes keys for people who bring none, and puts them under their PINs. */
public final class CertificateKeys {

    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final int ROUNDS = 50_000;

    private final SecureRandom random;

    public CertificateKeys(SecureRandom random) {
        this.random = random;
    }

    /**
     * A new key.
     *
     * @param key as PEM (PKCS#8), open
     * @param request for a certificate for it, as PEM
     */
    public record Made(Secret key, String request) {}

    /**
     * A key with its certificate, under a PIN; openly where that is empty.
     *
     * @param pkcs12 both, and the certificates above, as Base64 (RFC 7292)
     * @param pem the key alone as PEM (PKCS#8)
     */
    public record Packed(Secret pkcs12, Secret pem) {}

    /** Makes an RSA key of so many bits. */
    public Made make(int bits, Subject subject) {
        try {
            KeyPair keys = NativeCrypto.rsaPair(bits, random);
            byte[] request = new JcaPKCS10CertificationRequestBuilder(SubjectName.of(subject), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()))
                    .getEncoded();
            return new Made(
                    Secret.of(Pem.written(PRIVATE_KEY, keys.getPrivate().getEncoded())), Pem.ofRequest(request));
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("There is no RSA", impossible);
        }
    }

    /**
     * Puts a key that was made here under a PIN.
     *
     * @throws IllegalArgumentException if the certificate is for another key
     */
    public Packed pack(Secret key, String certificate, List<String> chain, Secret pin) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(new PemReader(new StringReader(key.reveal()))
                    .readPemObject()
                    .getContent());
            requireSame(info, certificate);
            return new Packed(
                    Secret.of(Base64.getEncoder().encodeToString(pkcs12(info, certificate, chain, pin))),
                    pem(info, pin));
        } catch (GeneralSecurityException | OperatorCreationException | PKCSException | IOException impossible) {
            throw new IllegalStateException("A key cannot be put under a PIN", impossible);
        }
    }

    private static void requireSame(PrivateKeyInfo key, String certificate) throws IOException {
        BigInteger modulus = RSAPrivateKey.getInstance(key.parsePrivateKey()).getModulus();
        boolean same = Pem.certificate(certificate).orElseThrow().getPublicKey() instanceof RSAPublicKey known
                && known.getModulus().equals(modulus);
        if (!same) {
            throw new IllegalArgumentException("The certificate is for another key");
        }
    }

    /** In the form that all programs can read into which people bring it: that of eduMFA, too. */
    private static byte[] pkcs12(PrivateKeyInfo key, String certificate, List<String> chain, Secret pin)
            throws GeneralSecurityException, PKCSException, IOException {
        X509Certificate own = Pem.certificate(certificate).orElseThrow();
        List<PKCS12SafeBag> certificates = new ArrayList<>();
        certificates.add(marked(new JcaPKCS12SafeBagBuilder(own), own));
        for (String above : chain) {
            certificates.add(new JcaPKCS12SafeBagBuilder(Pem.certificate(above).orElseThrow()).build());
        }
        char[] password = pin.reveal().toCharArray();
        return new PKCS12PfxPduBuilder()
                .addEncryptedData(encryptor(password), certificates.toArray(PKCS12SafeBag[]::new))
                .addData(marked(new PKCS12SafeBagBuilder(key, encryptor(password)), own))
                .build(new BcPKCS12MacCalculatorBuilder().setIterationCount(ROUNDS), password)
                .getEncoded();
    }

    /** By these marks a program finds out which certificate belongs to the key. */
    private static PKCS12SafeBag marked(PKCS12SafeBagBuilder builder, X509Certificate own)
            throws GeneralSecurityException, IOException {
        return builder.addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                        new DERBMPString(own.getSerialNumber().toString(16)))
                .addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                        new JcaX509ExtensionUtils()
                                .createSubjectKeyIdentifier(
                                        new JcaX509CertificateHolder(own).getSubjectPublicKeyInfo()))
                .build();
    }

    private static OutputEncryptor encryptor(char[] password) {
        return new BcPKCS12PBEOutputEncryptorBuilder(
                        PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC,
                        CBCBlockCipher.newInstance(new DESedeEngine()))
                .setIterationCount(ROUNDS)
                .build(password);
    }

    /** A key as PEM, enciphered where there is something to do so with. */
    static Secret pem(PrivateKeyInfo key, Secret pin) throws OperatorCreationException, IOException {
        if (pin.isEmpty()) {
            return Secret.of(Pem.written(PRIVATE_KEY, key.getEncoded()));
        }
        OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                .setProvider(BouncyCastle.provider())
                .setPRF(PKCS8Generator.PRF_HMACSHA256)
                .setIterationCount(ROUNDS)
                .setPassword(pin.reveal().toCharArray())
                .build();
        return Secret.of(Pem.written(
                "ENCRYPTED PRIVATE KEY",
                new PKCS8Generator(key, encryptor).generate().getContent()));
    }
}
