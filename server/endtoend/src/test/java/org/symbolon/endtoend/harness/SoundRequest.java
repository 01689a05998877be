package org.symbolon.endtoend.harness;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.symbolon.api.kernel.RouteDescription;

/**
 * A request that a route answers as it should: what bad requests are made from, one mistake at a time.
 *
 * @param status what the sound request is answered with
 * @param undone what the request uses up and must be made again before the next: a word of {@link SoundWorld}, or nothing
 * @param values the parameters it has
 * @param further parameters that the route does not describe by their names
 */
public record SoundRequest(String action, int status, String undone, Map<String, String> values, Set<String> further) {

    /**
     * Route | status | what is used up | parameters | further parameters. Of the first line of a route all its parameters are
     * spoiled, also those that only its description names; of another line the further ones. In a value {@code \n} stands
     * for the end of a line.
     */
    private static final String TABLE =
            """
            POST /auth                            | 200 |          | username=user1 password=Passwd-Secret-9 realm=realm1 | nonce
            DELETE /auth                          | 200 |          | |
            GET /auth/rights                      | 200 |          | | nonce
            GET /register                         | 200 |          | |
            POST /register                        | 400 |          | username=new surname=Some givenname=Some email=new@example.org password=some mobile=1 phone=2 |
            POST /recover                         | 400 |          | user=user1 realm=realm1 email=user1@example.org |
            POST /recover/reset                   | 200 |          | user=user1 realm=realm1 recoverycode=some password=some |
            GET /validate/initialize              | 200 |          | type=passkey |
            POST /validate/initialize             | 200 |          | type=passkey |
            GET /validate/check                   | 200 |          | user=user1 realm=realm1 pass=000000 resolver=users |
            POST /validate/check                  | 200 |          | user=user1 realm=realm1 pass=000000 resolver=users |
            POST /validate/check                  | 200 |          | serial=SOUND pass=000000 otponly=1 | serial pass
            POST /validate/check                  | 200 |          | serial=TOTP pass=000000 | pass
            POST /validate/check                  | 200 |          | cancel_enrollment=1 transaction_id=02264178900350011234 | cancel_enrollment
            POST /validate/offlinerefill          | 400 |          | serial=SOUND refilltoken=00 pass=000000 |
            GET /validate/radiuscheck             | 400 |          | user=user1 pass=000000 |
            POST /validate/radiuscheck            | 400 |          | user=user1 pass=000000 |
            GET /validate/samlcheck               | 200 |          | user=user1 pass=000000 |
            POST /validate/samlcheck              | 200 |          | user=user1 pass=000000 |
            GET /validate/triggerchallenge        | 200 |          | user=user1 realm=realm1 resolver=users type=hotp |
            POST /validate/triggerchallenge       | 200 |          | user=user1 realm=realm1 resolver=users type=hotp |
            POST /validate/triggerchallenge       | 200 |          | serial=SOUND | serial
            POST /validate/check                  | 200 |          | user=user1 realm=realm1 pass=000000 transaction_id=02264178900350011234 | transaction_id state
            POST /validate/check                  | 400 |          | type=webauthn userhandle=SOUND clientdata=e30 credentialid=AAAA signaturedata=AAAA authenticatordata=AAAA assertionclientextensions=e30 | userhandle clientdata credentialid signaturedata authenticatordata assertionclientextensions
            GET /ttype/<ttype>                    | 400 |          | ttype=tiqr action=metadata serial=SOUND session=00 |
            GET /ttype/<ttype>                    | 400 |          | ttype=push serial=SOUND timestamp=2026-11-24T12:34:00Z signature=AAAA | serial timestamp signature
            GET /ttype/<ttype>                    | 200 |          | ttype=yubikey id=1 otp=ccccccbcgujhingjrdejhgfnuetrgigvejhhgbkugded nonce=abcdefghijklmnop h=AAAA | id otp h
            POST /ttype/<ttype>                   | 200 |          | ttype=tiqr action=authentication userId=user1_realm1 sessionKey=02264178900350011234 response=123456 operation=login |
            POST /ttype/<ttype>                   | 400 |          | ttype=tiqr action=enrollment serial=SOUND session=00 secret=3132333435363738393031323334353637383930313233343536373839303132 | serial session secret
            POST /ttype/<ttype>                   | 200 |          | ttype=push serial=SOUND nonce=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567 signature=AAAA decline=1 decline_reason=cancelled presence_answer=A | serial signature decline decline_reason presence_answer
            POST /ttype/<ttype>                   | 400 |          | ttype=edupush serial=SOUND new_fb_token=some timestamp=2026-11-24T12:34:00Z signature=AAAA | new_fb_token timestamp signature
            POST /ttype/<ttype>                   | 404 |          | ttype=push serial=SOUND pubkey=AAAA fbtoken=some enrollment_credential=some | pubkey fbtoken enrollment_credential
            POST /ttype/<ttype>                   | 400 |          | ttype=hotp | ttype
            POST /system/test/<tokentype>         | 200 |          | tokentype=hotp |
            POST /system/test/<tokentype>         | 400 |          | tokentype=email email.mailserver=mail email.mailfrom=a@example.com email.recipient=b@example.com | email.mailserver email.mailfrom email.recipient
            POST /token/init                      | 200 |          | type=hotp serial=INIT otpkey=31323334 otplen=6 hashlib=sha1 user=user3 realm=realm1 resolver=users description=some info={"a":"b"} | hotp.hashlib nonce
            POST /token/init                      | 200 |          | type=hotp genkey=1 keysize=20 serial=INIT | genkey keysize key_size
            POST /token/init                      | 200 |          | type=hotp genkey=1 prefix=MADE | prefix
            POST /token/init                      | 200 |          | type=hotp genkey=1 serial=INITVERIFY verify_enrollment=1 | verify_enrollment
            POST /token/init                      | 200 |          | type=totp serial=INITTOTP otpkey=31323334 timeStep=30 timeWindow=180 timeShift=0 | timeStep timeWindow timeShift totp.timeStep
            POST /token/init                      | 200 |          | type=pw serial=INITPW otpkey=secret | otpkey
            POST /token/init                      | 200 |          | type=spass serial=INITSPASS | otpkey
            POST /token/init                      | 200 |          | type=radius serial=INITRADIUS radius.identifier=main radius.user=emma radius.local_checkpin=1 otplen=6 | radius.system_settings
            POST /token/init                      | 200 |          | type=radius serial=INITRADIUS radius.server=127.0.0.1 radius.secret=shared radius.user=emma | radius.system_settings
            POST /token/init                      | 200 |          | type=remote serial=INITREMOTE remote.server=http://127.0.0.1:1 remote.user=u remote.realm=r remote.local_checkpin=1 | remote.server remote.local_checkpin
            POST /token/init                      | 200 |          | type=remote serial=INITREMOTE2 remote.server_id=spare remote.user=u | remote.server_id
            POST /token/init                      | 200 |          | type=tiqr serial=INITTIQR user=user3 realm=realm1 ocrasuite=OCRA-1:HOTP-SHA1-6:QN10 | ocrasuite
            POST /token/init                      | 200 |          | type=yubico serial=INITYUBICO yubico.tokenid=ccccccbcgujh | yubico.tokenid
            POST /token/init                      | 200 |          | type=email serial=INITMAIL email=a@example.com email.identifier=post | email email.identifier
            POST /token/init                      | 200 |          | type=email serial=INITDYNAMIC dynamic_email=1 | dynamic_email
            POST /token/init                      | 200 |          | type=sms serial=INITSMS phone=0151 | phone
            POST /token/init                      | 200 |          | type=sms serial=INITSMSDYNAMIC dynamic_phone=1 | dynamic_phone sms.identifier
            POST /token/init                      | 200 |          | type=question serial=INITQUESTION questions={"a":"1","b":"2","c":"3","d":"4","e":"5"} | questions
            POST /token/load                      | 200 |          | filename=tokens.csv type=oathcsv tokenrealms=realm1 file=LOADED,31323334,hotp,6,1\\n psk= password= pskcValidateMAC=no_check |
            POST /token/load/<filename>           | 200 |          | filename=tokens.xml type=pskc tokenrealms=realm1 psk=00112233445566778899aabbccddeeff password=some pskcValidateMAC=check_fail_soft file=<KeyContainer/> |
            POST /token/load/<filename>           | 200 |          | filename=tokens.csv type=oathcsv file=#version:2\\nuser1,users,realm1,LOADED2,31323334,totp | file
            POST /token/export                    | 403 |          | serial=NONE password=some-long-password |
            POST /token/rollover/<serial>         | 403 |          | serial=SOUND otp=000000 verify=000000 |
            POST /token/bulk                      | 400 |          | action=enable serials=, search={"serial":"NOTHING"} settings={} |
            GET /token/bulk/                      | 200 |          | |
            GET /token/bulk/<id>                  | 404 |          | id=none page=1 pagesize=2 |
            POST /token/bulk/<id>                 | 404 |          | id=none |
            DELETE /token/bulk/<id>               | 404 |          | id=none |
            POST /token/enable                    | 200 |          | user=user1 realm=realm1 |
            POST /token/enable/<serial>           | 200 |          | serial=SOUND user=user1 realm=realm1 |
            POST /token/disable                   | 200 |          | user=user2 realm=realm1 |
            POST /token/disable/<serial>          | 200 |          | serial=SPARE user=user2 realm=realm1 |
            POST /token/revoke                    | 200 | token    | user=user2 realm=realm1 |
            POST /token/revoke/<serial>           | 200 | token    | serial=SPARE user=user2 realm=realm1 |
            POST /token/reset                     | 200 |          | user=user1 realm=realm1 |
            POST /token/reset/<serial>            | 200 |          | serial=SOUND user=user1 realm=realm1 |
            POST /token/unassign                  | 200 | token    | user=user2 realm=realm1 |
            POST /token/description               | 200 |          | serial=SOUND description=some |
            POST /token/description/<serial>      | 200 |          | serial=SOUND description=some |
            DELETE /token/<serial>                | 200 | token    | serial=SPARE |
            GET /token/                           | 200 |          | page=1 pagesize=2 sortby=serial sortdir=desc serial=SOUND type=hotp |
            GET /token/                           | 200 |          | at=2026-11-24T12:34:00Z infokey=tokenkind infovalue=software | at infokey infovalue
            GET /token/challenges/                | 200 |          | page=1 pagesize=2 sortby=serial sortdir=desc |
            GET /token/challenges/<serial>        | 200 |          | serial=SOUND page=1 pagesize=2 |
            GET /validate/polltransaction         | 200 |          | transaction_id=02264178900350011234 | nonce
            GET /validate/polltransaction/<transaction_id> | 200 | | transaction_id=02264178900350011234 |
            GET /token/getserial/<otp>            | 200 |          | otp=000000 type=hotp serial=SOUND window=10 |
            GET /token/<serial>/history           | 200 |          | serial=SOUND page=1 pagesize=2 |
            POST /token/assign                    | 200 | token    | serial=SPARE user=user2 realm=realm1 resolver=users |
            POST /token/setpin                    | 200 |          | serial=SPARE userpin=1234 sopin=1234 |
            POST /token/setpin/<serial>           | 200 |          | serial=SPARE userpin=1234 sopin=1234 |
            POST /token/setrandompin              | 400 |          | serial=SPARE |
            POST /token/setrandompin/<serial>     | 400 |          | serial=SPARE |
            POST /token/copypin                   | 200 |          | from=SOUND to=SPARE |
            POST /token/copyuser                  | 200 | token    | from=SOUND to=SPARE |
            POST /token/lost/<serial>             | 200 | token    | serial=SPARE user=user2 realm=realm1 resolver=users |
            POST /token/resync                    | 200 |          | serial=SOUND otp1=000000 otp2=000001 |
            POST /token/resync/<serial>           | 200 |          | serial=TOTP otp1=000000 otp2=000001 |
            POST /token/set                       | 200 |          | serial=SPARE description=some hashlib=sha1 max_failcount=10 count_window=10 sync_window=1000 count_auth_max=0 count_auth_success_max=0 validity_period_start=2026-01-01T00:00Z validity_period_end=2036-01-01T00:00Z |
            POST /token/set/<serial>              | 200 |          | serial=SPARE description=some hashlib=sha1 max_failcount=10 count_window=10 sync_window=1000 count_auth_max=0 count_auth_success_max=0 validity_period_start=2026-01-01T00:00Z validity_period_end=2036-01-01T00:00Z |
            POST /token/realm/<serial>            | 200 |          | serial=SPARE realms=realm1 |
            POST /token/info/<serial>             | 200 |          | serial=SPARE info={"a":"b"} |
            POST /token/info/<serial>/<key>       | 200 |          | serial=SPARE key=some value=other |
            DELETE /token/info/<serial>/<key>     | 200 |          | serial=SPARE key=some |
            POST /token/group/<serial>            | 200 | outsider | serial=SPARE groups=staff |
            POST /token/group/<serial>/<groupname> | 200 | outsider | serial=SPARE groupname=staff |
            DELETE /token/group/<serial>/<groupname> | 200 |       | serial=SPARE groupname=staff |
            GET /tokengroup/                      | 200 |          | |
            GET /tokengroup/<groupname>           | 200 |          | groupname=staff |
            POST /tokengroup/<groupname>          | 200 |          | groupname=staff description=some |
            DELETE /tokengroup/<groupname>        | 200 | group    | groupname=spare |
            GET /serviceid/                       | 200 |          | |
            GET /serviceid/<name>                 | 200 |          | name=spare |
            POST /serviceid/<name>                | 200 |          | name=spare description=some |
            DELETE /serviceid/<name>              | 200 | service  | name=spare |
            GET /smtpserver/                      | 200 |          | |
            POST /smtpserver/send_test_email      | 400 |          | identifier=some server=127.0.0.1 port=1 username=me password=some sender=b@example.com tls=1 timeout=1 recipient=a@example.com smime=0 | smime certificate private_key private_key_password dont_send_on_error
            POST /smtpserver/<identifier>         | 200 |          | identifier=sound server=mail port=25 username=me password=secret sender=a@example.com tls=1 description=some timeout=10 enqueue_job=0 smime=0 | smime certificate private_key private_key_password dont_send_on_error
            DELETE /smtpserver/<identifier>       | 200 | smtp     | identifier=spare |
            GET /radiusclient/                    | 200 |          | |
            GET /radiusclient/<name>              | 200 |          | name=spare |
            POST /radiusclient/<name>             | 200 |          | name=sound address=10.1.0.0/16 transport=udp secret=longenough require_ma=1 realm=realm1 caller_address=0 certificate_name=vpn description=some | certificates
            DELETE /radiusclient/<name>           | 200 | client   | name=spare |
            GET /radiusserver/                    | 200 |          | |
            POST /radiusserver/test_request       | 200 |          | identifier=some server=127.0.0.1 port=1 secret=some username=me password=some timeout=1 retries=1 enforce_ma=1 |
            POST /radiusserver/<identifier>       | 200 |          | identifier=sound server=radius port=1812 secret=some dictionary=/dict description=some timeout=5 retries=3 enforce_ma=1 |
            DELETE /radiusserver/<identifier>     | 200 | radius   | identifier=spare |
            GET /edumfaserver/                    | 200 |          | |
            POST /edumfaserver/test_request       | 400 |          | identifier=some url=http://127.0.0.1:1 username=me password=some tls=1 |
            POST /edumfaserver/<identifier>       | 200 |          | identifier=sound url=https://example.com tls=1 description=some |
            DELETE /edumfaserver/<identifier>     | 200 | remote   | identifier=spare |
            GET /smsgateway/                      | 200 |          | |
            GET /smsgateway/<gwid>                | 200 |          | gwid=providers |
            GET /smsgateway/<gwid>                | 200 |          | gwid=1 | gwid
            POST /smsgateway                      | 200 |          | name=sound module=edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider description=some option.URL=some option.PASSWORD=some header.X-Kind=some | header.Authorization
            DELETE /smsgateway/<identifier>       | 200 | sms      | identifier=spare |
            DELETE /smsgateway/option/<gwid>/<key> | 404 |         | gwid=1 key=option.nosuch |
            GET /events                           | 200 |          | from=1 limit=3 kinds=Token* realms=realm1 wait=0 | nonce
            GET /loglevel/                        | 200 |          | |
            POST /loglevel/<part>                 | 200 |          | part=nosuchpart level=INFO |
            DELETE /loglevel/<part>               | 400 |          | part=nosuchpart.other |
            GET /feed/                            | 200 |          | |
            GET /feed/<name>                      | 200 |          | name=spare |
            POST /feed/<name>                     | 200 |          | name=sound type=file file=sound active=0 kinds=Token* realms=realm1 start=now batch=10 only_on_node=none description=some megabytes=1 keep=1 | megabytes keep
            POST /feed/<name>                     | 200 |          | name=hook type=webhook active=0 url=https://example.com secret=a-secret-that-is-long-enough authorization=some tls=1 timeout=5 | url secret authorization
            POST /feed/<name>                     | 200 |          | name=log type=syslog active=0 server=log.example.com port=6514 format=cef facility=10 authorities=some confirm=1 | server port format facility authorities confirm
            POST /feed/<name>                     | 200 |          | name=bus type=kafka active=0 brokers=bus.example.com:9093 topic=facts encrypted=1 username=some password=secret mechanism=PLAIN compression=gzip | brokers topic encrypted username password mechanism compression
            GET /feed/<name>/deadletters          | 200 |          | name=spare after=0 |
            POST /feed/<name>/deadletters         | 200 |          | name=spare position=1 |
            DELETE /feed/<name>/deadletters       | 200 |          | name=spare position=1 |
            POST /feed/<name>/position            | 200 |          | name=spare position=1 |
            DELETE /feed/<name>                   | 200 | feed     | name=spare |
            GET /caconnector/                     | 200 |          | |
            GET /caconnector/<name>               | 200 |          | name=spare |
            GET /caconnector/specific/<catype>    | 200 |          | catype=local cakey=/key cacert=/cert | hostname port
            POST /caconnector/<name>              | 200 |          | name=spare type=local cakey=/key secret=some type.secret=password desc.secret=text | cacert
            DELETE /caconnector/<name>            | 200 | ca       | name=spare |
            GET /machineresolver/                 | 200 |          | type=hosts |
            GET /machineresolver/<resolver>       | 200 |          | resolver=spare |
            POST /machineresolver/test            | 200 |          | type=hosts |
            POST /machineresolver/<resolver>      | 200 | machines | resolver=spare type=hosts filename=/etc/hosts secret=some type.secret=password desc.secret=text | other
            DELETE /machineresolver/<resolver>    | 200 | machines | resolver=spare |
            GET /machine/                         | 200 |          | hostname=sound id=10 resolver=spare ip=10.0.0.1 any=sound |
            GET /application/                     | 200 |          | |
            POST /machine/token                   | 200 |          | serial=SOUND application=luks hostname=sound.example.org slot=1 | count
            POST /machine/token                   | 200 |          | serial=SOUND application=ssh machineid=10.0.0.1 resolver=spare user=root | machineid resolver user
            GET /machine/token                    | 200 |          | serial=SOUND | slot
            GET /machine/token                    | 200 |          | serial=SO* hostname=sound.example.org application=luks slot=1 sortby=slot sortdir=desc | serial hostname machineid resolver slot
            POST /machine/tokenoption             | 200 |          | serial=SOUND application=luks hostname=sound.example.org slot=1 partition= |
            POST /machine/tokenoption             | 200 |          | mtid=1 serial=SOUND count=5 | mtid serial count
            GET /machine/authitem                 | 200 |          | hostname=sound.example.org | user
            GET /machine/authitem/<application>   | 200 |          | application=luks hostname=sound.example.org challenge=00 | user
            DELETE /machine/token/<serial>/<application>/<mtid> | 200 | | serial=SOUND application=luks mtid=999999 |
            DELETE /machine/token/<serial>/<machineid>/<resolver>/<application> | 200 | | serial=SOUND machineid=10.0.0.1 resolver=spare application=ssh |
            GET /subscriptions/                   | 200 |          | |
            GET /subscriptions/<application>      | 200 |          | application=sound |
            POST /subscriptions/                  | 200 |          | file={"application":"sound","for_name":"me","for_email":"m","for_phone":"1","by_name":"i","by_email":"i"} |
            DELETE /subscriptions/<application>   | 200 |          | application=sound |
            GET /client/                          | 200 |          | |
            GET /audit/                           | 200 |          | page=1 page_size=3 sortorder=asc timelimit=1d | action serial user administrator info client date id success
            GET /audit/<csvfile>                  | 200 |          | csvfile=audit.csv serial=nosuch | action user date id success
            GET /audit/verify                     | 200 |          | from=1 limit=10 |
            GET /audit/statistics                 | 200 |          | start=2026-11-24T12:34:00Z end=2036-11-24T12:34:00Z step=year action=POST* |
            GET /user/                            | 200 |          | realm=realm1 username=user1 | userid description email givenname
            POST /user                            | 400 |          | user=new resolver=users | realm
            POST /user/                           | 400 |          | user=new resolver=users | realm
            PUT /user                             | 400 |          | user=user1 resolver=users | realm
            PUT /user/                            | 400 |          | user=user1 resolver=users | realm
            DELETE /user/<resolvername>/<username> | 400 |         | resolvername=users username=user1 |
            GET /user/attribute                   | 200 |          | user=user1 realm=realm1 |
            POST /user/attribute                  | 403 |          | user=user1 realm=realm1 key=some value=other |
            DELETE /user/attribute/<attrkey>/<username>/<realm> | 403 | | attrkey=some username=user1 realm=realm1 |
            GET /user/editable_attributes/        | 200 |          | user=user1 realm=realm1 |
            GET /policy/                          | 200 |          | scope=user realm=realm1 active=true |
            GET /policy/<name>                    | 200 |          | name=sound |
            GET /policy/check                     | 200 |          | user=user1 realm=realm1 scope=user action=enable client=10.0.0.1 resolver=users |
            POST /policy/whatif                   | 200 |          | from=2026-11-24T12:34:00Z to=2026-11-24T12:35:00Z draft=[{"name":"sound","scope":"user","action":"enable"}] remove=sound requests=10 examples=1 |
            GET /policy/defs                      | 200 |          | |
            GET /policy/defs/<scope>              | 200 |          | scope=authentication |
            GET /policy/diff                      | 200 |          | from=2026-11-24T12:34:00Z |
            GET /history/<kind>/<id>              | 200 |          | kind=policy id=sound page=1 pagesize=2 |
            GET /history/<kind>/<id>              | 404 |          | kind=user id=user1 realm=realm1 resolver=users | id realm resolver
            GET /history/<kind>/<id>              | 404 |          | kind=eventcounter id=some | id
            GET /history/<kind>/<id>              | 404 |          | kind=monitoring id=some | id
            POST /policy/<name>                   | 200 |          | name=sound scope=user action=enable,otppin=none realm=realm1 resolver=users user=user1 client=10.0.0.0/8,-10.1.0.0/16 adminrealm=super adminuser=alice edumfanode=node1 time=Mon:8-18 active=true check_all_resolvers=1 priority=2 conditions=[["userinfo","a","equals","v",true]] |
            POST /policy/enable/<name>            | 200 |          | name=sound |
            POST /policy/disable/<name>           | 200 |          | name=sound |
            DELETE /policy/<name>                 | 200 | policy   | name=spare |
            GET /policy/export/<export>           | 200 |          | export=policies.txt |
            POST /policy/import/<filename>        | 200 |          | filename=policies.txt file=[sound]\\nscope=user\\nrealm=['realm1']\\naction={'enable':True} |
            GET /realm/                           | 200 |          | |
            GET /realm/superuser                  | 200 |          | |
            POST /realm/<realm>                   | 200 |          | realm=spare resolvers=users | priority.users
            DELETE /realm/<realm>                 | 200 | realm    | realm=spare |
            GET /defaultrealm                     | 200 |          | |
            POST /defaultrealm/<realm>            | 200 |          | realm=realm1 |
            DELETE /defaultrealm                  | 200 | default  | |
            GET /resolver/                        | 200 |          | type=passwdresolver |
            GET /resolver/<resolver>              | 200 |          | resolver=users |
            GET /resolver/<type>/default          | 200 |          | type=entraidresolver |
            POST /resolver/test                   | 200 |          | type=passwdresolver fileName=/nowhere |
            POST /resolver/<resolver>             | 200 |          | resolver=spare type=passwdresolver fileName=/etc/passwd secret=some type.secret=password desc.secret=text | filename
            DELETE /resolver/<resolver>           | 200 | resolver | resolver=spare |
            GET /event/                           | 200 |          | |
            GET /event/<eventid>                  | 200 |          | eventid=1 |
            GET /event/positions/<handlermodule>  | 200 |          | handlermodule=Token |
            GET /event/actions/<handlermodule>    | 200 |          | handlermodule=Token |
            GET /event/conditions/<handlermodule> | 200 |          | handlermodule=Token |
            POST /event                           | 200 |          | name=some event=validate_offlinerefill,validate_offlinerefill handlermodule=Token action=enroll position=post ordering=1 active=1 conditions={"realm":"realm1"} option.motppin=1234 | option.user option.
            POST /event                           | 200 |          | id=1 name=some event=validate_offlinerefill handlermodule=Token action=enroll option.motppin=1234 | name option.motppin
            POST /event/enable/<eventid>          | 200 |          | eventid=1 |
            POST /event/disable/<eventid>         | 200 |          | eventid=1 |
            GET /event/<eventid>/failures         | 200 |          | eventid=1 |
            POST /event/<eventid>/failures/<effect> | 404 |        | eventid=1 effect=none |
            DELETE /event/<eventid>/failures/<effect> | 404 |      | eventid=1 effect=none |
            POST /event/<eventid>/try             | 404 |          | eventid=1 number=999999 |
            GET /event/ready                      | 200 |          | |
            POST /event/ready                     | 400 |          | emailconfig=none language=en contact=some reply_to=a@b.c force=0 |
            POST /event/ready/<name>              | 400 |          | name=token-locked emailconfig=none language=en contact=some reply_to=a@b.c force=0 |
            DELETE /event/ready/<name>            | 200 |          | name=token-locked force=0 |
            DELETE /event/<eid>                   | 404 |          | eid=999999 |
            GET /periodictask/                    | 200 |          | |
            GET /periodictask/<ptaskid>           | 200 |          | ptaskid=1 |
            GET /periodictask/taskmodules/        | 200 |          | |
            GET /periodictask/nodes/              | 200 |          | |
            GET /periodictask/options/<taskmodule> | 200 |         | taskmodule=SimpleStats |
            POST /periodictask/                   | 200 |          | id=1 name=first interval=@daily nodes=a,b taskmodule=SimpleStats ordering=1 active=1 retry_if_failed=1 options={"total_tokens":"1"} |
            POST /periodictask/enable/<ptaskid>   | 200 |          | ptaskid=1 |
            POST /periodictask/disable/<ptaskid>  | 200 |          | ptaskid=1 |
            DELETE /periodictask/<ptaskid>        | 404 |          | ptaskid=999999 |
            GET /monitoring/                      | 200 |          | |
            GET /monitoring/<stats_key>           | 200 |          | stats_key=some start=2026-11-24T12:34:00Z end=2026-11-25T12:34:00Z |
            GET /monitoring/<stats_key>/last      | 200 |          | stats_key=some |
            DELETE /monitoring/<stats_key>        | 200 |          | stats_key=some start=2026-11-24T12:34:00Z end=2026-11-25T12:34:00Z |
            GET /stats/current/users_with_token   | 200 |          | type=hotp realm=realm1 active=true |
            GET /system/                          | 200 |          | |
            GET /system/<key>                     | 200 |          | key=spare |
            POST /system/setConfig                | 200 |          | some=other some.type=password some.desc=text | nonce
            POST /system/setDefault               | 200 | defaults | DefaultOtpLen=6 DefaultMaxFailCount=10 DefaultSyncWindow=1000 DefaultCountWindow=10 |
            DELETE /system/<key>                  | 200 | setting  | key=spare |
            GET /system/random                    | 200 |          | len=20 encode=hex |
            GET /system/documentation             | 200 |          | |
            GET /system/hsm                       | 200 |          | |
            POST /system/hsm                      | 400 |          | password=some |
            GET /system/names/radius              | 200 |          | |
            GET /system/names/caconnector         | 200 |          | |
            GET /system/gpgkeys                   | 200 |          | |
            """;

    private static final List<SoundRequest> ALL =
            TABLE.lines().map(SoundRequest::parse).toList();

    /** The routes that the table knows. */
    public static Set<String> actions() {
        return ALL.stream().map(SoundRequest::action).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of one route, in the order of the table. */
    public static List<SoundRequest> of(String action) {
        return ALL.stream().filter(sound -> sound.action().equals(action)).toList();
    }

    private static SoundRequest parse(String line) {
        String[] cells = line.split("\\|", -1);
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : words(cells[3])) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1).replace("\\n", "\n"));
        }
        return new SoundRequest(
                cells[0].strip(),
                Integer.parseInt(cells[1].strip()),
                cells[2].strip(),
                values,
                new LinkedHashSet<>(words(cells[4])));
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.strip().split(" +"));
    }

    /** The parameters to spoil. */
    public Set<String> names(RouteDescription description) {
        Set<String> names = new LinkedHashSet<>();
        if (of(action).get(0).equals(this)) {
            names.addAll(values.keySet());
            description.parameters().keySet().stream()
                    .filter(name -> !RouteDescription.standsForMany(name))
                    .forEach(names::add);
        }
        names.addAll(further);
        return names;
    }
}
