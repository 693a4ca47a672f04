// Pages take files in many ways. Each of these sends what it got to the server under its own name, with the way to each file.
import Dropzone from 'dropzone';
import { createRoot } from 'react-dom/client';
import { useDropzone } from 'react-dropzone';
import { Upload } from 'tus-js-client';

const log = (line: string) => document.getElementById('log')!.append(`${line}\n`);

async function send(way: string, files: readonly File[]): Promise<void> {
  log(`${way}: ${files.length}`);
  const form = new FormData();
  for (const file of files) {
    const { path, webkitRelativePath } = file as File & { path?: string };
    form.append('path', path || webkitRelativePath || file.name);
    form.append('file', file, file.name);
  }
  await fetch(`/upload/${way}`, { method: 'POST', body: form });
}

function ReactUploads() {
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    onDrop: (files) => void send('react', files),
    noClick: true,
  });
  return (
    <>
      <input
        id="react-file"
        type="file"
        multiple
        value=""
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          if (chosen.length > 0) void send('react-input', chosen);
        }}
      />
      <div {...getRootProps({ id: 'react-zone', className: isDragActive ? 'zone over' : 'zone' })}>
        <input {...getInputProps()} />
        Drop here
      </div>
    </>
  );
}
createRoot(document.getElementById('react')!).render(<ReactUploads />);

const dropzone = new Dropzone('#dropzone', {
  url: '/upload/dropzone',
  uploadMultiple: true,
  parallelUploads: 100,
  maxFiles: 100,
});
dropzone.on('sendingmultiple', (files) => log(`dropzone: ${files.length}`));

const on = (id: string, type: string, listener: (event: Event) => void) =>
  document.getElementById(id)!.addEventListener(type, listener);
const chosenIn = ({ target }: Event) => [...((target as HTMLInputElement).files ?? [])];

on('plain-file', 'change', (event) => log(`plain: ${chosenIn(event).length}`));

on('folder', 'change', (event) => void send('folder', chosenIn(event)));

on('resumable', 'change', (event) => {
  log(`resumable: ${chosenIn(event).length}`);
  for (const file of chosenIn(event))
    new Upload(file, {
      endpoint: '/resumable',
      chunkSize: 20_000,
      metadata: { filename: file.name },
      retryDelays: [],
    }).start();
});

const shadow = document.getElementById('shadow')!.attachShadow({ mode: 'closed' });
const inShadow = Object.assign(document.createElement('input'), { type: 'file', id: 'inner' });
inShadow.addEventListener('change', (event) => void send('shadow', chosenIn(event)));
shadow.append(
  inShadow,
  Object.assign(document.createElement('button'), { textContent: 'Choose', onclick: () => inShadow.click() }),
);

on('loose', 'click', () => {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true });
  input.onchange = () => void send('loose', [...(input.files ?? [])]);
  input.click();
});

on('picker', 'click', async () => {
  const pick = (globalThis as unknown as { showOpenFilePicker(): Promise<FileSystemFileHandle[]> }).showOpenFilePicker;
  try {
    const handles = await pick();
    void send('picker', await Promise.all(handles.map((handle) => handle.getFile())));
  } catch (thrown) {
    log(`picker: ${(thrown as Error).name}`);
  }
});

on('paste', 'paste', (event) => {
  const files = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
  if (files.length > 0) void send('paste', files);
});
