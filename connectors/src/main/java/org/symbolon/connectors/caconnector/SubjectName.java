package org.symbolon.connectors.caconnector;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.symbolon.command.caconnector.port.Subject;

/** Names as certificates have them, and as openssl reads them in an argument. */
final class SubjectName {

    private SubjectName() {}

    static X500Name of(Subject subject) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.CN, subject.commonName());
        subject.email().ifPresent(email -> name.addRDN(BCStyle.EmailAddress, email));
        subject.unit().ifPresent(unit -> name.addRDN(BCStyle.OU, unit));
        return name.build();
    }

    /** The same as an argument of openssl: whatever means something to it there stands for itself. */
    static String argument(Subject subject) {
        StringBuilder text = new StringBuilder("/CN=").append(escaped(subject.commonName()));
        subject.email().ifPresent(email -> text.append("/emailAddress=").append(escaped(email)));
        subject.unit().ifPresent(unit -> text.append("/OU=").append(escaped(unit)));
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replaceAll("[\\\\/+=]", "\\\\$0");
    }
}
