package org.symbolon.connectors.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A search for entries, read page by page (RFC 2696) and no further than wanted. References to other servers are left out.
 *
 * @param attributes what is wanted of each entry
 */
record LdapSearch(String base, SearchScope scope, Filter filter, List<String> attributes) {

    private static final int PAGE_SIZE = 100;
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final long MOST_BYTES_OF_AN_ENTRY = 4L * 1024;

    /** Asks over this connection for the first entries, this many at most. */
    List<SearchResultEntry> first(int most, LDAPConnection connection) throws LDAPException {
        Found found = new Found(most, connection);
        ASN1OctetString next = null;
        do {
            int size = Math.min(PAGE_SIZE, most - found.entries.size());
            SearchRequest request = new SearchRequest(found, base, scope, filter, attributes.toArray(String[]::new));
            request.addControl(new SimplePagedResultsControl(size, next, false));
            next = page(request, connection);
        } while (next != null && found.entries.size() < most);
        return found.entries;
    }

    /** Where the next page begins, null after the last. A server that gives no more than so many is taken at its word. */
    private static ASN1OctetString page(SearchRequest request, LDAPConnection connection) throws LDAPException {
        try {
            SimplePagedResultsControl control = SimplePagedResultsControl.get(connection.search(request));
            return control != null && control.moreResultsToReturn() ? control.getCookie() : null;
        } catch (LDAPSearchException failed) {
            if (failed.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return null;
            }
            throw failed;
        }
    }

    /** What has come in. Whoever sends far more than was asked for is cut off, lest he fill the memory. */
    private static final class Found implements SearchResultListener {

        private static final long serialVersionUID = 1L;

        private final transient List<SearchResultEntry> entries = new ArrayList<>();
        private final transient LDAPConnection connection;
        private final int most;
        private int received;
        private long bytes;

        Found(int most, LDAPConnection connection) {
            this.most = most;
            this.connection = connection;
        }

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            received++;
            bytes += size(entry);
            if (entries.size() < most) {
                entries.add(entry);
            }
            if (received > most + PAGE_SIZE || bytes > MOST_BYTES + most * MOST_BYTES_OF_AN_ENTRY) {
                connection.closeWithoutUnbind();
            }
        }

        private static long size(SearchResultEntry entry) {
            return entry.getAttributes().stream()
                    .flatMap(attribute -> Arrays.stream(attribute.getValueByteArrays()))
                    .mapToLong(value -> value.length)
                    .sum();
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            // Nobody is asked whom the definition does not name: he would be told the service account's password.
        }
    }
}
