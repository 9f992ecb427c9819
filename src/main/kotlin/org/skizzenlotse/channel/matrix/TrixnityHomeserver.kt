// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix

import de.connect2x.trixnity.client.*
import de.connect2x.trixnity.client.cryptodriver.vodozemac.vodozemac
import de.connect2x.trixnity.client.media.inMemory
import de.connect2x.trixnity.client.room.*
import de.connect2x.trixnity.client.store.AccountStore
import de.connect2x.trixnity.client.store.OlmCryptoStore
import de.connect2x.trixnity.client.store.RoomStore
import de.connect2x.trixnity.client.store.repository.exposed.exposed
import de.connect2x.trixnity.client.verification.*
import de.connect2x.trixnity.clientserverapi.client.*
import de.connect2x.trixnity.clientserverapi.model.authentication.IdentifierType
import de.connect2x.trixnity.clientserverapi.model.sync.*
import de.connect2x.trixnity.clientserverapi.model.uia.AuthenticationRequest
import de.connect2x.trixnity.core.ClientEventEmitter.Priority
import de.connect2x.trixnity.core.model.*
import de.connect2x.trixnity.core.model.events.*
import de.connect2x.trixnity.core.model.events.block.EventContentBlocks
import de.connect2x.trixnity.core.model.events.m.room.*
import de.connect2x.trixnity.core.model.events.m.secretstorage.SecretKeyEventContent.AesHmacSha2Key
import de.connect2x.trixnity.core.serialization.events.*
import de.connect2x.trixnity.crypto.core.createAesHmacSha2MacFromKey
import de.connect2x.trixnity.crypto.key.*
import de.connect2x.trixnity.utils.RetryFlowDelayConfig
import io.ktor.client.*
import io.ktor.client.engine.*
import io.ktor.client.engine.java.Java
import io.ktor.http.Url
import java.util.Base64
import kotlin.coroutines.CoroutineContext
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource
import kotlinx.coroutines.*
import kotlinx.coroutines.flow.*
import kotlinx.coroutines.sync.*
import kotlinx.serialization.json.*
import org.jetbrains.exposed.sql.Database
import org.jetbrains.exposed.sql.transactions.transaction
import org.koin.dsl.module
import org.skizzenlotse.channel.matrix.Homeserver.*
import org.slf4j.LoggerFactory

private val LOG = LoggerFactory.getLogger("org.skizzenlotse.channel.matrix.TrixnityHomeserver")
private val DECRYPT_MAX = 5.seconds
private val SYNC_WAIT_MAX = 10.seconds
private val CALL_MAX = 60.seconds
private val CLOSE_MAX = 3.seconds
private val LOOK = 1.minutes
private val STILL_MAX = 5.minutes

/** The only place that knows Trixnity and its coroutines. */
private class TrixnityHomeserver(
    private val identity: Identity, private val calls: Calls, private val store: Database,
    private val engine: HttpClientEngine, private val client: MatrixClient,
) : OverHttp(calls, identity.account().user) {
    private val account = identity.account()
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private val json = client.api.json
    private val tries = Sifter.Tries()

    /**
     * Rooms whose messages have a key of this run: who was killed may not know any more which
     * letters of the key before are used up, and nobody could read what is locked by one twice.
     */
    private val renewed = mutableSetOf<String>()
    private val renewing = Mutex()

    @Volatile private var answers = false
    @Volatile private var receiving = false
    @Volatile private var stopped = false
    @Volatile private var closed = false

    override fun listen(listener: Listener) {
        if (calls.isRevoked) throw Failures.unknownToken()
        client.api.sync.subscribe(Priority.LAST) { came(it, listener) }
        scope.launch {
            client.syncState.collect {
                val asks = it == SyncState.STARTED || it == SyncState.INITIAL_SYNC
                if (!asks) answers = it == SyncState.RUNNING
                if (calls.isRevoked) client.cancelSync()
            }
        }
        scope.launch { client.startSync() }
        scope.launch { sign() }
        scope.launch { watch() }
    }

    /** The library ends to ask where something in it breaks, and does not begin again. */
    private suspend fun watch() {
        var asked = TimeSource.Monotonic.markNow()
        while (!stopped) {
            delay(LOOK)
            if (isConnected || receiving || !isKnownThere()) {
                asked = TimeSource.Monotonic.markNow()
            } else if (asked.elapsedNow() > STILL_MAX) {
                LOG.warn("matrix homeserver is not asked any more, although it answers")
                stopped = true
            }
        }
    }

    private suspend fun isKnownThere() = withContext(Dispatchers.IO) {
        try {
            calls.ask("GET", "client/v3/account/whoami", null).isGood
        } catch (_: Failed) {
            false
        }
    }

    override fun isConnected() = answers && !calls.isRevoked

    override fun isLost() = calls.isRevoked || stopped

    override fun open(event: String): Opened {
        val read = Calls.parsed(event)
        rooms().plain(read)?.let { return it }
        val content = blocking("store") { withTimeoutOrNull(DECRYPT_MAX) { decrypt(event) } }
            ?: throw Failures.soon(Homeserver.NO_KEY)
        return rooms().decrypted(read, content.eventType, content.raw.toString())
    }

    private suspend fun decrypt(event: String): UnknownEventContent {
        val message = try {
            val read = json.parseToJsonElement(event).jsonObject
            val content = JsonObject(read.getValue("content").jsonObject - "m.relates_to")
            ClientEvent.RoomEvent.MessageEvent(
                json.decodeFromJsonElement(EncryptedMessageEventContent.serializer(), content),
                EventId(read.text("event_id")), UserId(read.text("sender")),
                RoomId(read.text("room_id")), read.text("origin_server_ts").toLong())
        } catch (_: RuntimeException) {
            throw Failures.refused("malformed")
        }
        return client.roomEventEncryptionServices.decrypt(message)
            ?.getOrElse { throw Failures.undecryptable(it) } as? UnknownEventContent
            ?: throw Failures.refused("unsupported")
    }

    override fun send(room: String, transaction: String, type: String, content: String): String {
        val known = blocking("store") { knownRoom(room).first() }
        // gone where the bot is not in it, which the library waits to change
        if (known?.membership != Membership.JOIN) rooms().room(room)
        // reactions are never encrypted
        val plain = type == "m.reaction" || known?.encrypted != true && !rooms().isEncrypted(room)
        if (plain) return rooms().send(room, transaction, type, content)
        // the library would wait for the homeserver
        if (!isConnected) throw Failures.unreachable()
        val encrypted = blocking("cannot encrypt") {
            withTimeoutOrNull(CALL_MAX) { encrypt(room, type, content) }
        } ?: throw Failures.soon("timeout")
        return rooms().sendEncrypted(room, transaction, encrypted, content)
    }

    /** Whatever the library throws, also while it is being closed, is a failure. */
    private fun <T> blocking(what: String, block: suspend () -> T): T = try {
        if (closed) throw Failures.soon("closed") // else the store would open again
        runBlocking { block() }
    } catch (ended: InterruptedException) {
        Thread.currentThread().interrupt()
        throw Failures.soon("interrupted")
    } catch (failed: Exception) {
        throw Failures.of(failed, what)
    } catch (failed: LinkageError) {
        throw Failures.of(failed, what)
    }

    private fun knownRoom(room: String) = client.di.get<RoomStore>().get(RoomId(room))

    private suspend fun encrypt(room: String, type: String, content: String): String {
        val raw = json.parseToJsonElement(Calls.parsed(content).toString()).jsonObject
        withTimeoutOrNull(SYNC_WAIT_MAX) { knownRoom(room).first { it?.encrypted == true } }
            ?: throw Failures.soon("not synced")
        renewing.withLock {
            if (renewed.add(room)) client.di.get<OlmCryptoStore>()
                .updateOutboundMegolmSession(RoomId(room)) { null }
        }
        val encrypted = client.roomEventEncryptionServices
            .encrypt(UnknownEventContent(raw, EventContentBlocks(), type), RoomId(room))
            ?: throw Failures.refused("unsupported")
        val serializer = EncryptedMessageEventContent.serializer()
        return json.encodeToString(
            serializer, encrypted.getOrThrow() as EncryptedMessageEventContent)
    }

    /** Before the library stores where it is: a throw makes the same answer come again. */
    private suspend fun came(events: SyncEvents, listener: Listener) {
        val answer = events.syncResponse
        if (answer.nextBatch.isEmpty()) return // members that the library fetched
        val initial = client.syncState.value == SyncState.INITIAL_SYNC
        val since = client.di.get<AccountStore>().getAccount()?.syncBatchToken ?: ""
        val serializer = SyncResponseSerializer(json, client.di.get())
        val onlyRooms = Sync.Response(nextBatch = answer.nextBatch, room = answer.room)
        receiving = true
        try {
            withContext(Dispatchers.IO) {
                val read = Calls.parsed(json.encodeToString(serializer, onlyRooms))
                val place = Sifter.Place(since, initial, identity.hasListened(), tries)
                val sifter = Sifter(calls, account.user, listener, place)
                check(sifter.sift(read.path("rooms"))) { "not durable" }
                if (initial) identity.listened()
            }
        } finally {
            receiving = false
        }
    }

    private suspend fun sign() {
        var wait = 2.seconds
        while (!calls.isRevoked) {
            try {
                if (withTimeoutOrNull(CALL_MAX) { signOnce() } == true) return
            } catch (failed: Exception) {
                currentCoroutineContext().ensureActive()
                LOG.debug("matrix device is not signed yet")
            }
            delay(wait)
            wait = minOf(wait * 2, CALL_MAX)
        }
    }

    /** Whether there is nothing more to do. */
    private suspend fun signOnce(): Boolean {
        client.verification.getSelfVerificationMethods()
            .first { it !is VerificationService.SelfVerificationMethods.PreconditionsNotMet }
        // the homeserver's word: making keys where there are some would replace them
        val keys = ownKeys()
        if (keys.exist && !keys.signDevice && identity.recovery().isEmpty()) {
            LOG.warn("matrix device cannot be signed: the account has keys of somebody else")
            return true
        }
        if (!keys.exist) makeKeys() else if (!keys.signDevice) verifySelf()
        if (!ownKeys().signDevice) return false
        LOG.info("matrix device is signed")
        return true
    }

    private suspend fun ownKeys() =
        withContext(Dispatchers.IO) { OwnKeys.ask(calls, account.user, identity.device()) }

    private suspend fun makeKeys() {
        val recovery = decodeRecoveryKey(identity.recovery().ifEmpty {
            encodeRecoveryKey(Identity.random(32)).also(identity::keepRecovery)
        })
        val iv = Identity.random(16)
        val mac = createAesHmacSha2MacFromKey(recovery, iv)
        val info = AesHmacSha2Key(iv = Base64.getEncoder().encodeToString(iv), mac = mac)
        var made = client.key.bootstrapCrossSigning(recovery, info).result.getOrThrow()
        if (made is UIA.Step) {
            val name = IdentifierType.User(client.userId.localpart)
            val password = AuthenticationRequest.Password(name, account.password)
            made = made.authenticate(password).getOrThrow()
        }
        check(made is UIA.Success) { "not made" }
    }

    private suspend fun verifySelf() {
        val default = rooms().accountData("m.secret_storage.default_key")
        val key = Calls.parsed(default).path("key").asText()
        val info = json.decodeFromString(
            AesHmacSha2Key.serializer(), rooms().accountData("m.secret_storage.key.$key"))
        SelfVerificationMethod.AesHmacSha2RecoveryKey(client.di.get(), client.di.get(), key, info)
            .verify(identity.recovery()).getOrThrow()
    }

    override fun close() {
        closed = true
        answers = false
        scope.cancel()
        runBlocking {
            withTimeoutOrNull(CLOSE_MAX) { client.stopSync() }
            withTimeoutOrNull(CLOSE_MAX) { client.closeSuspending() }
        }
        calls.close()
        engine.close()
        shutDown(store)
    }

    companion object {
        /** Opens the account with its one device; logs in where it must. */
        @JvmStatic
        @Throws(Failed::class)
        fun open(account: Account): Homeserver = Identity.open(account, ::opened)

        private fun opened(identity: Identity): Homeserver {
            val account = identity.account()
            val store = Database.connect(
                identity.storeUrl(), user = "bot", password = identity.storePassword())
            val calls = Calls(account.base, identity.token())
            val engine = Java.create()
            var client: MatrixClient? = null
            try {
                client = runBlocking {
                    withTimeoutOrNull(CALL_MAX) { client(identity, calls, store, engine) }
                } ?: throw Failures.soon("timeout")
                val ours = client.userId.full == account.user
                require(ours && client.deviceId == identity.device()) { Failures.OF_ANOTHER }
                if (identity.isFresh) identity.made()
                return TrixnityHomeserver(identity, calls, store, engine, client)
            } catch (failed: Throwable) { // also a library that does not load
                if (client != null) runBlocking { client.closeSuspending() }
                calls.close()
                engine.close()
                shutDown(store)
                throw failed
            }
        }

        private suspend fun client(
            identity: Identity, calls: Calls, store: Database, engine: HttpClientEngine,
        ): MatrixClient {
            val base = Url(identity.account().base)
            val login = MatrixClientAuthProviderData.classic(base, identity.token())
            return MatrixClient.create(
                repositoriesModule = RepositoriesModule.exposed(store),
                mediaStoreModule = MediaStoreModule.inMemory(),
                cryptoDriverModule = CryptoDriverModule.vodozemac(),
                // 5.0.1 takes no login where there was one: its check of who it is is inverted
                authProviderData = if (identity.isFresh) login else null,
            ) {
                name = "matrix"
                httpClientEngine = engine
                matrixClientServerApiClientFactory = WithToken(login, calls)
                modulesFactories =
                    createTrixnityBotModuleFactories() + ::createVerificationModule + ::rawTypes
            }.getOrThrow()
        }

        private fun rawTypes() = module {
            single<EventContentSerializerMappings> {
                object : EventContentSerializerMappings by EventContentSerializerMappings.default {
                    override val message = EventContentSerializerMappings.default.message
                        .filter { it.kClass == RedactionEventContent::class }.toSet() +
                            Sifter.RAW_TYPES.map {
                                MessageEventContentSerializerMapping(
                                    it, EmptyEventContent::class, EmptyEventContent.serializer())
                            }
                }
            }
        }

        /** It stays known to Exposed, which breaks what still runs when it is taken away. */
        private fun shutDown(store: Database) {
            try {
                transaction(store) { maxAttempts = 1; exec("SHUTDOWN") }
            } catch (_: Exception) {} // it never opened, or the answer of a closed database
        }
    }
}

/** Always the token that is kept, whatever the store remembers; a revoked one is only noted. */
private class WithToken(
    private val login: ClassicMatrixClientAuthProviderData, private val calls: Calls,
) : MatrixClientServerApiClientFactory {
    override fun create(
        authProvider: MatrixClientAuthProvider,
        eventContentSerializerMappings: EventContentSerializerMappings, json: Json,
        syncBatchTokenStore: SyncBatchTokenStore, syncErrorDelayConfig: RetryFlowDelayConfig,
        coroutineContext: CoroutineContext, asUserId: UserId?, asDeviceId: String?,
        httpClientEngine: HttpClientEngine?, httpClientConfig: (HttpClientConfig<*>.() -> Unit)?,
    ): MatrixClientServerApiClient {
        val kept = MatrixClientAuthProviderDataStore.inMemory(login)
        val provider = ClassicMatrixClientAuthProvider(login.baseUrl, kept) { calls.revoke() }
        return super.create(provider, eventContentSerializerMappings, json, syncBatchTokenStore,
            syncErrorDelayConfig, coroutineContext, asUserId, asDeviceId, httpClientEngine,
            httpClientConfig)
    }
}

private fun JsonObject.text(name: String) = getValue(name).jsonPrimitive.content
