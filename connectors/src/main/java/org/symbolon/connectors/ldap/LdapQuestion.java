package org.symbolon.connectors.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** What a directory is asked over one connection. What it finds wrong with the question comes as an exception of the library. */
@FunctionalInterface
interface LdapQuestion<T> {

    T ask(LDAPConnection connection) throws LDAPException;
}
