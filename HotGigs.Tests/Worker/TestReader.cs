using HotGigs.Worker.Reading;

namespace HotGigs.Tests.Worker;

/// <summary>A reader child of the tests' own that does what the file's text says: the product has no such triggers. Needs Node, as the build does.</summary>
internal static class TestReader
{
    private const string Script =
        """
        const fs = require('fs'), net = require('net');
        const send = bytes => {
          const head = Buffer.alloc(4); head.writeInt32LE(bytes.length); fs.writeSync(1, head);
          for (let sent = 0; sent < bytes.length;) sent += fs.writeSync(1, bytes, sent);
        };
        const receive = length => {
          const bytes = Buffer.alloc(length);
          for (let got = 0; got < length;) { const n = fs.readSync(0, bytes, got, length - got); if (n === 0) process.exit(0); got += n; }
          return bytes;
        };
        const answer = text => send(Buffer.from(JSON.stringify({
          outcome: 'Read', parsed: { parserVersion: 'test' },
          document: { format: 'Text', text, pages: [], lines: [] } })));
        const next = () => {
          const request = receive(receive(4).readInt32LE(0));
          const [command, argument] = request.subarray(5 + request[4]).toString().split(' ');
          switch (command) {
            case 'die': process.exit(3);
            case 'die-once': if (fs.existsSync(argument)) { answer('survived'); break; } fs.writeFileSync(argument, ''); process.kill(process.pid, 'SIGKILL');
            case 'wait': while (!fs.existsSync(argument)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10); answer('waited'); break;
            case 'hang': while (true) {}
            case 'eat': for (const eaten = []; ;) eaten.push(Buffer.alloc(8_000_000, 1));
            case 'flood': fs.writeSync(1, Buffer.from([255, 255, 255, 127])); while (true) {}
            case 'garbage': send(Buffer.from('no answer')); break;
            case 'lie': send(Buffer.from('{"outcome":"Read"}')); break;
            case 'chatter': for (let i = 0; i < 5000; i++) process.stderr.write('x'.repeat(1000)); answer('heard'); break;
            case 'environment': answer(JSON.stringify(Object.keys(process.env))); break;
            case 'connect': {
              const socket = net.connect(Number(argument), '127.0.0.1');
              socket.on('connect', () => { answer('connected'); socket.destroy(); setImmediate(next); });
              socket.on('error', error => { answer(error.code); setImmediate(next); });
              return;
            }
            case 'pid': answer(String(process.pid)); break;
            default: answer(command);
          }
          setImmediate(next);
        };
        send(Buffer.alloc(0));
        next();
        """;

    public static ReaderCommand Command { get; } = new("node", ["-e", Script]);

    public static ReaderRequest Says(string what) => new(System.Text.Encoding.UTF8.GetBytes(what), ".txt", new DateOnly(2026, 1, 1));
}
