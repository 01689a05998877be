package org.symbolon.connectors.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.connectors.parameters.StoreParameters;

/** What a definition may say, and what becomes of it with the driver. */
class SqlSettingsTest {

    private final SqlNetwork network = new SqlNetwork(Path.of("nowhere"));
    private final SqlStoreType type = new SqlStoreType(network, new Random(1));

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    private static SqlConnectionSettings settings(String... entries) {
        Map<String, String> configuration = new HashMap<>();
        for (int index = 0; index < entries.length; index += 2) {
            configuration.put(entries[index], entries[index + 1]);
        }
        return SqlConnectionSettings.of(new StoreParameters(configuration));
    }

    private static String url(String... entries) {
        SqlConnectionSettings settings = settings(entries);
        return settings.address().dialect().url(settings.address(), settings.options());
    }

    @Test
    void aDefinitionOfEduMfaIsTakenOver() {
        assertThat(type.objection(Map.of(
                        "Driver", "mysql+pymysql",
                        "Server", "db.example.org",
                        "Port", "3307",
                        "Database", "nextcloud",
                        "User", "reader",
                        "Password", "p@ss:word/?",
                        "Table", "oc_users",
                        "Map", "{\"userid\": \"uid\", \"username\": \"uid\", \"password\": \"password\"}",
                        "Where", "uid like a% and displayname == x",
                        "conParams", "charset=utf8mb4")))
                .isEmpty();
        assertThat(type.secretKeys()).containsExactly("Password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Driver; sqlite; Driver is sqlite: this version reads no files of SQLite, a server has to keep the users",
                "Driver; odbc; Driver is none of postgresql, mysql, mariadb, mssql, oracle",
                "Server; host/other; Server is no name and no address of a host",
                "Server; (DESCRIPTION=x); Server is no name and no address of a host",
                "Port; 0; Port is no number from 1 to 65535",
                "Database; x?allowLoadLocalInfile=true; Database has characters that no name of a database has",
                "Table; a..b; Table or Map names something that is no table and no column",
                "Map; {\"userid\": \"id\"}; Map has no column for username",
                "Map; [1]; Map is no map in JSON or YAML",
                "Limit; 0; Limit is no number from 1 to 100000",
                "poolSize; 41; poolSize is no number from 1 to 40",
                "poolTimeout; 0; poolTimeout is no number from 1 to 120",
                "Password_Hash_Type; ROT13; Password_Hash_Type is none of PHPASS, SHA, SSHA, SSHA256, SSHA512, OTRS,"
                        + " SHA256CRYPT, SHA512CRYPT, MD5CRYPT",
                "Encoding; utf7; Encoding is none of latin1, ascii, utf8"
            })
    void whatCannotBeMeantIsRefused(String key, String value, String told) {
        assertThat(type.objection(Map.of(key, value))).hasValue(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 == 1 or 1 == 1",
                "active",
                "active ==",
                "active == 1; drop table users",
                "active in (1)",
                "(select 1) == 1 2",
                "active == 1 and",
                "name like a b"
            })
    void aConditionThatCannotBeReadIsRefused(String where) {
        assertThat(type.objection(Map.of("Where", where)).orElse("")).startsWith("Where is no list of conditions");
    }

    /** Such options have a driver read files, load classes, or hand its password to a server that asks for it. */
    @ParameterizedTest
    @CsvSource({
        "mysql, allowLoadLocalInfile=true",
        "mysql, allowLocalInfile=true",
        "mysql, local_infile=1",
        "mysql, autoDeserialize=true",
        "mysql, socketFactory=com.example.Any",
        "mysql, allowMultiQueries=true",
        "mysql, sessionVariables=x",
        "mysql, allowUrlInLocalInfile=true",
        "mysql, init_command=drop",
        "mysql, unix_socket=/x",
        "mysql, user=root",
        "postgresql, socketFactory=com.example.Any",
        "postgresql, sslfactory=com.example.Any",
        "postgresql, loggerFile=/tmp/x",
        "postgresql, options=-c statement_timeout=0",
        "postgresql, authenticationPluginClassName=x",
        "mssql, trustManagerClass=com.example.Any",
        "mssql, socketFactoryClass=com.example.Any",
        "mssql, serverName=other",
        "oracle, oracle.net.wallet_location=/x"
    })
    void anOptionThatIsNotKnownToBeHarmlessIsRefused(String driver, String options) {
        assertThat(type.objection(Map.of("Driver", driver, "conParams", options))
                        .orElse(""))
                .startsWith("conParams has an option that is none of ");
    }

    @Test
    void aValueOfAnOptionIsOneThatIsKnown() {
        assertThat(type.objection(Map.of("Driver", "postgresql", "conParams", "sslmode=maybe")))
                .hasValue("conParams: sslmode is none of allow, disable, prefer, require, verify-ca, verify-full");
        assertThat(type.objection(Map.of("Driver", "postgresql", "conParams", "sslrootcert=%00")))
                .hasValue("conParams: sslrootcert has characters that are not allowed");
        assertThat(type.objection(Map.of("Driver", "postgresql", "conParams", "sslmode=%")))
                .hasValue("conParams is not encoded as the query of a URL");
    }

    @Test
    void optionsBecomeThoseOfTheDriver() {
        assertThat(settings("Driver", "postgresql", "conParams", "?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem")
                        .options())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", "/etc/ca.pem");
        assertThat(settings("Driver", "mysql", "conParams", "ssl_ca=/etc/ca.pem&ssl_verify_identity=true")
                        .options())
                .containsEntry("sslMode", "verify-full")
                .containsEntry("serverSslCert", "/etc/ca.pem")
                .containsEntry("allowLocalInfile", "false");
        assertThat(settings("Driver", "mysql", "conParams", "ssl_verify_identity=true&ssl_verify_cert=true&ssl_ca=x")
                        .options())
                .containsEntry("sslMode", "verify-full");
        assertThat(settings("Driver", "mssql+pyodbc", "conParams", "driver=ODBC+Driver+18&TrustServerCertificate=yes")
                        .options())
                .containsEntry("trustServerCertificate", "true")
                .doesNotContainKey("driver");
    }

    @Test
    void theAccountIsHandedToTheDriverAlone() {
        SqlConnectionSettings settings = settings("Driver", "mysql", "User", "reader", "Password", "Very secret");

        assertThat(settings.toString()).doesNotContain("Very secret");
        Properties handed = settings.properties();
        assertThat(handed).containsEntry("user", "reader").containsEntry("password", "Very secret");
    }

    @Test
    void aDriverIsToldWhereItsDatabaseIs() {
        assertThat(url("Driver", "postgresql", "Server", "::1", "Database", "a b"))
                .isEqualTo("jdbc:postgresql://[::1]:5432/a+b");
        assertThat(url("Driver", "mariadb+mariadbconnector", "Server", "db", "Database", "people"))
                .isEqualTo("jdbc:mariadb://db:3306/people");
        assertThat(url("Driver", "mssql", "Server", "db")).isEqualTo("jdbc:sqlserver://");
        assertThat(settings("Driver", "mssql", "Server", "db", "Port", "1444", "Database", "people")
                        .options())
                .containsEntry("serverName", "db")
                .containsEntry("portNumber", "1444")
                .containsEntry("databaseName", "people");
        assertThat(url("Driver", "oracle", "Server", "db", "Database", "ORCL"))
                .isEqualTo(
                        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=db)(PORT=1521))(CONNECT_DATA=(SID=ORCL)))");
        assertThat(url("Driver", "oracle", "Server", "db", "conParams", "service_name=mfa&protocol=tcps"))
                .isEqualTo("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=db)(PORT=1521))"
                        + "(CONNECT_DATA=(SERVICE_NAME=mfa)))");
    }

    @Test
    void anOracleOfAnSidIsSpokenToByTlsWhereThatIsWanted() {
        assertThat(url("Driver", "oracle", "Server", "db", "Database", "ORCL", "conParams", "protocol=tcps"))
                .contains("(PROTOCOL=tcps)", "(SID=ORCL)");
    }

    @Test
    void whereAnAuthorityIsNamedTheCertificateIsLookedAtWhateverTheOrder() {
        for (String options : List.of("sslmode=require&sslrootcert=/ca.pem", "sslrootcert=/ca.pem&sslmode=require")) {
            assertThat(settings("Driver", "postgresql", "conParams", options).options())
                    .containsEntry("sslmode", "verify-ca")
                    .containsEntry("sslfactory", "org.postgresql.ssl.LibPQFactory");
        }
        for (String options : List.of("ssl_mode=required&ssl_ca=/ca.pem", "ssl_ca=/ca.pem&ssl_mode=required")) {
            assertThat(settings("Driver", "mysql", "conParams", options).options())
                    .containsEntry("sslMode", "verify-ca");
        }
        assertThat(settings("Driver", "mysql", "conParams", "ssl_verify_identity=true&ssl_mode=verify_ca")
                        .options())
                .containsEntry("sslMode", "verify-full");
        assertThat(settings("Driver", "postgresql", "conParams", "sslmode=require")
                        .options())
                .containsEntry("sslmode", "require");
    }

    @Test
    void aConnectionIsNeitherKeptForEverNorMadeAllTheTime() {
        assertThat(settings("Driver", "mysql").longestLife()).hasSeconds(7200);
        assertThat(settings("Driver", "mysql", "poolRecycle", "1").longestLife())
                .hasSeconds(30);
        assertThat(settings("Driver", "mysql", "poolRecycle", "-1").longestLife())
                .isZero();
    }

    @Test
    void namesAreQuotedWhateverTheyAre() {
        assertThat(new PostgresqlDialect().quoted("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(new MariadbDialect().quoted("a`b")).isEqualTo("`a``b`");
        assertThat(new SqlServerDialect().quoted("a]b")).isEqualTo("[a]]b]");
        assertThat(new OracleDialect().quoted("users")).isEqualTo("\"USERS\"");
        assertThat(new OracleDialect().quoted("Us\"ers")).isEqualTo("\"Users\"");
    }

    @Test
    void aPatternHasNoSignsButTheAsterisk() {
        assertThat(List.of(new PostgresqlDialect(), new SqlServerDialect()))
                .extracting(dialect -> dialect.escaped("100%_[a]!"))
                .containsExactly("100!%!_[a]!!", "100!%!_![a]!!");
    }
}
